package tallyfold.administration.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tallyfold.administration.BackupProgress;
import tallyfold.administration.BackupRefusedException;
import tallyfold.uikit.Texts;
import tools.jackson.core.JacksonException;

/** One restore, from the checks to the exchange. */
public final class Restoring implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final BackupArchive archive;
    private final RestoreTarget target;

    private Restoring(BackupArchive archive, RestoreTarget target) {
        this.archive = archive;
        this.target = target;
    }

    public static Restoring open(Path file, Environment environment, boolean replace, Clock clock) {
        BackupArchive archive = BackupArchive.open(file);
        RestoreTarget target = H2Target.of(environment, TIME.format(clock.instant()));
        Restoring restoring = new Restoring(archive, target);
        try {
            Manifest manifest = archive.manifest();
            if (!target.knows(manifest.schema())) {
                throw new BackupRefusedException(
                        Texts.of("administration.restore-newer", manifest.product(), manifest.schema()));
            }
            archive.check();
            target.check(manifest.bytes(), replace);
            return restoring;
        } catch (RuntimeException e) {
            restoring.close();
            throw e;
        }
    }

    Manifest manifest() {
        return archive.manifest();
    }

    public @Nullable String keyId() {
        return manifest().keyId();
    }

    public long rows() {
        return manifest().rows();
    }

    public String load(BackupProgress progress) {
        try {
            target.migrate(manifest().schema());
            try (Connection connection = target.connect(target.url())) {
                new BackupLoader(archive, progress).load(connection);
            }
            return target.url();
        } catch (SQLException | IOException | FlywayException | JacksonException e) {
            throw new BackupRefusedException(
                    Texts.of(
                            "administration.restore-not-loaded",
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                    e);
        }
    }

    public @Nullable String swap() {
        return target.swap();
    }

    @Override
    public void close() {
        archive.close();
        target.close();
    }
}
