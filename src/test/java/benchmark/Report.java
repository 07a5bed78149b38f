package benchmark;

import java.util.Locale;

/** The table of what was measured, a row at a time, as it is measured: {@code name | figure | target | reached}. */
final class Report {

    private Report() {}

    static void atMost(String name, double figure, double most, String unit) {
        row(name, number(figure) + unit, "at most " + number(most) + unit, figure <= most);
    }

    static void atLeast(String name, double figure, double least, String unit) {
        row(name, number(figure) + unit, "at least " + number(least) + unit, figure >= least);
    }

    /** A row that explains others and has nothing to reach. */
    static void note(String name, String figure) {
        say(name + " | " + figure + " | |");
    }

    private static void row(String name, String figure, String target, boolean reached) {
        say(name + " | " + figure + " | " + target + " | " + (reached ? "yes" : "NO"));
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e12
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.2f", number);
    }

    private static void say(String line) {
        System.out.println("benchmark | " + line);
        System.out.flush();
    }
}
