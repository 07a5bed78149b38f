package tallyfold.administration.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database says of itself. */
@Repository
public class DatabaseRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DatabaseRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Kind and version, for example "H2 2.4.240". */
    public String product() {
        return Objects.requireNonNull(template.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName() + " "
                        + connection.getMetaData().getDatabaseProductVersion().replaceFirst(" \\(.*", "")));
    }

    /** Bytes on disk; empty for a database that is in memory only. */
    public OptionalLong size() {
        Optional<Long> size = isPostgres()
                ? jdbc.sql("SELECT pg_database_size(current_database())")
                        .query((row, _) -> row.getLong(1))
                        .optional()
                : jdbc.sql(
                                "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'info.FILE_SIZE'")
                        .query((row, _) -> Long.parseLong(row.getString(1)))
                        .optional();
        return size.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** Number of the newest migration, for example "052"; empty without any. */
    public String schema() {
        return jdbc.sql(
                        "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\" = TRUE AND \"version\" IS NOT NULL"
                                + " ORDER BY \"installed_rank\" DESC FETCH FIRST 1 ROW ONLY")
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse("");
    }

    private boolean isPostgres() {
        return product().startsWith("PostgreSQL");
    }
}
