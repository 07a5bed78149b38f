package tallyfold.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tallyfold.administration.BackupProgress;
import tallyfold.administration.BackupRefusedException;
import tallyfold.administration.BackupRestore;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.uikit.Texts;
import tallyfold.vault.KeyProgress;
import tallyfold.vault.MasterKeyRotation;
import tallyfold.vault.PresentMasterKey;
import tallyfold.vault.RotationResult;
import tallyfold.vault.SecretsCheck;

/** Restores a backup: checks, loads beside, finishes on the new database as the product would, and exchanges. */
final class Restore {

    /** Opens the new database once, as commands do, and works on it. */
    interface Finishing {
        /** Returns the exit code of the work. */
        int on(String url, @Nullable Path rotateFrom, ToIntFunction<ApplicationContext> work);
    }

    private final Path file;
    private final boolean replace;
    private final boolean forgetTokens;
    private final Consumer<String> line;

    Restore(Path file, boolean replace, boolean forgetTokens, Consumer<String> line) {
        this.file = file;
        this.replace = replace;
        this.forgetTokens = forgetTokens;
        this.line = line;
    }

    /** Returns the exit code. */
    int run(Environment environment, PresentMasterKey present, Finishing finishing) {
        try (BackupRestore restore = BackupRestore.open(file, environment, replace, Clock.systemUTC())) {
            Path earlierKey = earlierKey(restore.keyId(), present);
            String url = restore.load(BackupProgress.UNHEARD);
            int finished = finishing.on(url, earlierKey, context -> finish(context, earlierKey));
            if (finished != Commands.OK) {
                return finished;
            }
            String kept = restore.swap();
            line.accept(Texts.of("command.restored", file, Long.toString(restore.rows())));
            if (kept != null) {
                line.accept(Texts.of("command.restored.kept", kept));
            }
            return Commands.OK;
        }
    }

    /** The file of the backup's key, where that was replaced since; null when the present key fits. */
    private @Nullable Path earlierKey(@Nullable String keyId, PresentMasterKey present) {
        Optional<String> found = present.id();
        if (keyId == null || forgetTokens || found.filter(keyId::equals).isPresent()) {
            return null;
        }
        return found.flatMap(_ -> present.retired(keyId))
                .orElseThrow(() -> new BackupRefusedException(Texts.of(
                        "command.restore.wrong-key",
                        keyId,
                        found.orElseGet(() -> Texts.of("command.restore.no-key", present.places())))));
    }

    private int finish(ApplicationContext context, @Nullable Path earlierKey) {
        if (earlierKey != null
                && context.getBean(MasterKeyRotation.class).runFrom(earlierKey, KeyProgress.UNHEARD)
                        instanceof RotationResult.Refused refused) {
            throw new BackupRefusedException(refused.reason());
        }
        SecretsCheck secrets = context.getBean(SecretsCheck.class);
        secrets.forgetTokens()
                .ifPresent(count -> line.accept(Texts.of("command.secrets.forgotten", Integer.toString(count))));
        context.getBean(AuditLog.class)
                .record("backup.restored", String.valueOf(file.getFileName()), AuditEvent.Outcome.SUCCESS, null);
        secrets.run().unreadable().forEach(label -> line.accept(Texts.of("command.secrets.unreadable", label)));
        return Commands.OK;
    }
}
