package tallyfold.command;

import java.util.function.Consumer;
import tallyfold.uikit.Texts;
import tallyfold.vault.RotationResult;

/** Prints how a change of the master key ended: ids, counts, labels, and what is left for the operator to do. */
final class RotationPrint {

    private final Consumer<String> line;
    private final Consumer<String> error;

    RotationPrint(Consumer<String> line, Consumer<String> error) {
        this.line = line;
        this.error = error;
    }

    /** Prints and returns the exit code. */
    int print(RotationResult result) {
        return switch (result) {
            case RotationResult.Refused refused -> {
                error.accept(refused.reason());
                yield Commands.FAILED;
            }
            case RotationResult.Rotated rotated -> print(rotated);
        };
    }

    private int print(RotationResult.Rotated rotated) {
        line.accept(Texts.of(
                "command.rotated",
                rotated.keyId(),
                String.join(", ", rotated.replaced()),
                Integer.toString(rotated.resealed())));
        if (rotated.oldKey() != null) {
            line.accept(Texts.of("command.rotated.kept", rotated.oldKey()));
        }
        line.accept(Texts.of("command.rotated.copy", rotated.keyId()));
        rotated.unreadable().forEach(label -> line.accept(Texts.of("command.secrets.unreadable", label)));
        if (!rotated.settings().isEmpty()) {
            line.accept(Texts.of("command.rotated.settings"));
            rotated.settings()
                    .forEach((name, value) -> line.accept(
                            value.isEmpty()
                                    ? Texts.of("command.rotated.setting-unreadable", name)
                                    : "  " + name + "=" + value));
        }
        return rotated.unreadable().isEmpty() ? Commands.OK : Commands.FAILED;
    }
}
