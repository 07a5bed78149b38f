package tallyfold.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import tallyfold.security.PasswordReset;
import tallyfold.security.ResetFolder;
import tallyfold.uikit.Texts;

/** A server that has the embedded database of a home folder. */
record RunningServer(Path home) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Has it store the hash of a new password; the password itself is printed here and written nowhere. */
    OptionalInt resetPassword(String user, Launcher launcher) {
        String password = PasswordReset.newPassword();
        try {
            return OptionalInt.of(
                    switch (new ResetFolder(home).ask(user, PasswordReset.hash(password), PATIENCE)) {
                        case DONE -> {
                            launcher.print(Texts.of("command.password.new", user, password));
                            yield Commands.OK;
                        }
                        case NO_SUCH_USER -> {
                            launcher.complain(Texts.of("command.password.none"));
                            yield Commands.FAILED;
                        }
                        case NONE -> {
                            launcher.complain(Texts.of("command.password.no-answer"));
                            yield Commands.FAILED;
                        }
                    });
        } catch (IOException e) {
            launcher.complain(Texts.of("command.password.no-answer"));
            return OptionalInt.of(Commands.FAILED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(Commands.FAILED);
        }
    }
}
