package tallyfold.connection.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.Diagnosed.Exchange;
import tallyfold.provider.Diagnosed.Outcome;
import tallyfold.uikit.Texts;

/** Writes a diagnosis down as plain text, in the same order and words for everybody who may have to read it. */
public final class DiagnosisReport {

    private static final String INDENT = "    ";

    private final String version;
    private final Instant moment;

    public DiagnosisReport(String version, Instant moment) {
        this.version = version;
        this.moment = moment.truncatedTo(ChronoUnit.SECONDS);
    }

    public String write(List<Diagnosed> questions) {
        StringBuilder report = new StringBuilder();
        line(report, Texts.of("connection.diagnosis.head", version, moment.toString()));
        line(report, Texts.of("connection.diagnosis.promise"));
        line(report, "");
        for (Outcome outcome : Outcome.values()) {
            long count = questions.stream()
                    .filter(question -> question.outcome() == outcome)
                    .count();
            line(report, Texts.of("connection.diagnosis." + outcome) + ": " + count);
        }
        questions.forEach(question -> question(report, question));
        return report.toString();
    }

    private static void question(StringBuilder report, Diagnosed question) {
        line(report, "");
        line(
                report,
                "%d/%d %s: %s"
                        .formatted(
                                question.number(),
                                question.of(),
                                question.name(),
                                Texts.of("connection.diagnosis." + question.outcome())));
        line(report, INDENT + Texts.of("connection.diagnosis.understood", question.understood()));
        question.exchanges().forEach(exchange -> exchange(report, exchange));
    }

    private static void exchange(StringBuilder report, Exchange exchange) {
        line(report, INDENT + exchange.request());
        line(
                report,
                String.format(
                        Locale.ROOT,
                        "%s%s, %d ms, %d bytes",
                        INDENT,
                        exchange.status() == null ? "-" : exchange.status(),
                        exchange.took().toMillis(),
                        exchange.bytes()));
        exchange.headers().forEach(header -> line(report, INDENT + header));
        exchange.shape().forEach(part -> line(report, INDENT + INDENT + part));
    }

    private static void line(StringBuilder report, String text) {
        report.append(text).append('\n');
    }
}
