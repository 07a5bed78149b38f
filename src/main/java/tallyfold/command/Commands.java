package tallyfold.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import tallyfold.uikit.Texts;

/** Picks the command that the arguments name, before anything of Spring is touched. */
public final class Commands {

    /** Went well, or for the serving commands: goes on. */
    public static final int OK = 0;

    /** Was understood, and failed or found something wrong. */
    public static final int FAILED = 1;

    /** Was not understood. */
    public static final int USAGE = 2;

    /** {@code --some.property=value}: everything with a dot in its name is configuration and goes to Spring as it is. */
    private static final Pattern PROPERTY =
            Pattern.compile("--[A-Za-z][\\w-]*(?:\\.[\\w\\[\\]-]+)+=.*", Pattern.DOTALL);

    private Commands() {}

    /**
     * Runs a command. A serving one has started and returns while its threads go on.
     *
     * @param application the class Spring starts from
     * @return exit code: {@link #OK}, {@link #FAILED} or {@link #USAGE}
     */
    public static int run(Class<?> application, String[] arguments) {
        return run(
                application,
                arguments,
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()));
    }

    static int run(Class<?> application, String[] arguments, PrintWriter out, PrintWriter err) {
        List<String> properties = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String argument : arguments) {
            (PROPERTY.matcher(argument).matches() ? properties : rest).add(argument);
        }
        CommandLine commandLine = new CommandLine(new TallyfoldCommand(application, properties));
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setParameterExceptionHandler((e, _) -> {
            err.println(explain(e));
            return USAGE;
        });
        return commandLine.execute(rest.toArray(String[]::new));
    }

    private static String explain(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            return Texts.of("command.unknown-command", unmatched.getUnmatched().getFirst());
        }
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return Texts.of("command.usage-error", message.endsWith(".") ? message : message + ".");
    }
}
