package tallyfold.command;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;
import tallyfold.uikit.Texts;

/** Brings the database up to this version, and leaves one alone that a newer version has already changed. */
@Component
final class SchemaGuard implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        Arrays.stream(flyway.info().all())
                .filter(SchemaGuard::isFromTheFuture)
                .reduce((_, last) -> last)
                .ifPresent(newest -> {
                    throw new StartRefusedException(
                            Texts.of("command.database.newer", String.valueOf(newest.getVersion())));
                });
        flyway.migrate();
    }

    private static boolean isFromTheFuture(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }
}
