package tallyfold.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.command.ClosedDatabase;

/**
 * A migrated, empty database of either kind for a test.
 *
 * <pre>{@code
 * @ParameterizedClass
 * @EnumSource(Databases.Kind.class)
 * class MyRepositoryTest {
 *     private final Databases database;
 *
 *     MyRepositoryTest(Databases.Kind kind) {
 *         database = Databases.fresh(kind);
 *     }
 * }
 * }</pre>
 *
 * <p>Each call of {@link #fresh} makes a database of its own; the one PostgreSQL server is shared by the whole JVM.
 */
public final class Databases implements AutoCloseable {

    /** The databases the product runs on. */
    public enum Kind {
        H2,
        POSTGRESQL
    }

    private static final class SharedPostgres {
        private static final String MIGRATED = "migrated";
        private static final EmbeddedPostgres SERVER = start();

        static {
            execute("CREATE DATABASE " + MIGRATED);
            migrate(SERVER.getDatabase("postgres", MIGRATED));
        }

        /** A copy of a migrated database is made in a fraction of the time that migrating takes. */
        private static void copy(String name) {
            execute("CREATE DATABASE " + name + " TEMPLATE " + MIGRATED + " STRATEGY FILE_COPY");
        }

        private static void execute(String sql) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("No database for the test", e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
            }
        }
    }

    private final Kind kind;
    private final HikariDataSource dataSource;

    private Databases(Kind kind, HikariDataSource dataSource) {
        this.kind = kind;
        this.dataSource = dataSource;
    }

    /** A new database with all migrations applied. Close it, or let the JVM's end do so. */
    public static Databases fresh(Kind kind) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        switch (kind) {
            case H2 -> {
                config.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
                config.setUsername("tallyfold");
                config.setPassword("");
            }
            case POSTGRESQL -> {
                SharedPostgres.copy(name);
                config.setJdbcUrl(SharedPostgres.SERVER.getJdbcUrl("postgres", name));
                config.setUsername("postgres");
            }
        }
        HikariDataSource dataSource = new HikariDataSource(config);
        if (kind == Kind.H2) {
            migrate(dataSource);
        }
        return new Databases(kind, dataSource);
    }

    /** A new H2 database in a file, opened as the product does, but for the answers H2 would remember of repeated questions. */
    public static Databases inFile(Path file) {
        return inFile("file:", file);
    }

    /** The same on a {@link FullDisk}. */
    public static Databases onFullDisk(Path file) {
        return inFile("full:", file);
    }

    private static Databases inFile(String scheme, Path file) {
        HikariConfig config = new HikariConfig();
        config.setExceptionOverrideClassName(ClosedDatabase.class.getName());
        config.setMaximumPoolSize(8);
        config.setJdbcUrl(
                "jdbc:h2:" + scheme + file.toAbsolutePath()
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;TRACE_LEVEL_FILE=0;OPTIMIZE_REUSE_RESULTS=0");
        config.setUsername("tallyfold");
        config.setPassword("");
        HikariDataSource dataSource = new HikariDataSource(config);
        migrate(dataSource);
        return new Databases(Kind.H2, dataSource);
    }

    private static void migrate(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(dataSource);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    @Override
    public void close() {
        if (kind == Kind.H2) {
            jdbc().sql("SHUTDOWN").update();
        }
        dataSource.close();
    }
}
