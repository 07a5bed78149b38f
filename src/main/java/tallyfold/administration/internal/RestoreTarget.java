package tallyfold.administration.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** A new database beside the present one, which takes its place in one step when it is whole. */
abstract sealed class RestoreTarget implements AutoCloseable permits H2Target, PostgresTarget {

    private final String user;
    private final String password;
    private final String locations;

    RestoreTarget(Environment environment) {
        this.user = environment.getProperty("spring.datasource.username", "");
        this.password = environment.getProperty("spring.datasource.password", "");
        this.locations = environment.getProperty("spring.flyway.locations", "classpath:db/migration");
    }

    /**
     * Makes sure that nothing is in the way.
     *
     * @param bytes how much the backup holds, uncompressed
     */
    abstract void check(long bytes, boolean replace);

    /** Where the new database is, for whoever connects to it. */
    abstract String url();

    /** Puts the new database in the place of the present one; returns where that one is kept, null when there was none. */
    abstract @Nullable String swap();

    /** Removes the new database unless it has taken its place. */
    @Override
    public abstract void close();

    final Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Brings the new database to the schema of the backup. */
    final void migrate(String version) {
        Flyway.configure()
                .dataSource(url(), user, password)
                .locations(locations.split(","))
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    /** Whether this product has a migration of that version, and so can bring what was written by it up to date. */
    final boolean knows(String version) {
        MigrationVersion wanted = MigrationVersion.fromVersion(version);
        return Arrays.stream(Flyway.configure()
                        .dataSource("jdbc:h2:mem:", "", "")
                        .locations(locations.split(","))
                        .load()
                        .info()
                        .all())
                .anyMatch(migration -> wanted.equals(migration.getVersion()));
    }
}
