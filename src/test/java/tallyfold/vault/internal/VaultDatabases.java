package tallyfold.vault.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh migrated database of either kind. */
final class VaultDatabases {

    private VaultDatabases() {}

    static DataSource h2() {
        return migrated(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    static DataSource postgres(EmbeddedPostgres server) {
        return migrated(server.getPostgresDatabase());
    }

    static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource migrated(DataSource dataSource) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .cleanDisabled(false)
                .loggers("slf4j")
                .load();
        flyway.clean();
        flyway.migrate();
        return dataSource;
    }
}
