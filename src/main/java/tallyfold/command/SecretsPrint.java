package tallyfold.command;

import java.util.function.Consumer;
import tallyfold.uikit.Texts;
import tallyfold.vault.SecretsReport;

/** Prints what the check of the sealed secrets found: ids, counts and labels. */
final class SecretsPrint {

    private final Consumer<String> line;

    SecretsPrint(Consumer<String> line) {
        this.line = line;
    }

    /** Prints and returns the exit code. */
    int print(SecretsReport report) {
        if (report.problem() != null) {
            line.accept(report.problem());
        }
        String key = report.key();
        line.accept(key == null ? Texts.of("command.secrets.no-key") : Texts.of("command.secrets.key", key));
        long total = report.sealedByKey().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        report.sealedByKey()
                .forEach((id, count) -> line.accept(Texts.of("command.secrets.count", id, Long.toString(count))));
        report.unreadable().forEach(label -> line.accept(Texts.of("command.secrets.unreadable", label)));
        if (!report.unreadable().isEmpty()) {
            line.accept(Texts.of(
                    "command.secrets.unsound",
                    Integer.toString(report.unreadable().size()),
                    Long.toString(total)));
        } else if (total > 0) {
            line.accept(Texts.of("command.secrets.sound", Long.toString(total)));
        } else {
            line.accept(Texts.of("command.secrets.none"));
        }
        return report.sound() ? Commands.OK : Commands.FAILED;
    }
}
