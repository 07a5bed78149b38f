package tallyfold.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database and the home folders of the processes that work on it, which come and go. */
final class Installation implements AutoCloseable {

    enum Database {
        H2,
        POSTGRESQL
    }

    private final Path folder;
    private final @Nullable EmbeddedPostgres postgres;

    private Installation(Path folder, @Nullable EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static Installation on(Database database, Path folder) {
        try {
            return new Installation(
                    folder,
                    database == Database.H2
                            ? null
                            : EmbeddedPostgres.builder()
                                    .setServerConfig("max_connections", "200")
                                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return folder.resolve("home");
    }

    /** The process that all begins with. */
    RunningProduct start(String... arguments) {
        return RunningProduct.start(home(), with(arguments));
    }

    /** One more process on the same database, with a home folder of its own and the key of the first. */
    RunningProduct startAnother(String name, String... arguments) {
        Path home = folder.resolve(name);
        try {
            Files.createDirectories(home.resolve("keys"));
            Files.copy(
                    home().resolve("keys").resolve("master.key"),
                    home.resolve("keys").resolve("master.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RunningProduct.start(home, with(arguments));
    }

    private String[] with(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (postgres != null) {
            all.add("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
            all.add("--spring.datasource.username=postgres");
            all.add("--spring.datasource.password=");
        }
        return all.toArray(String[]::new);
    }

    /** On H2 only while no process is running. */
    JdbcClient jdbc() {
        return JdbcClient.create(
                postgres == null
                        ? new DriverManagerDataSource(
                                "jdbc:h2:file:" + home().resolve("data").resolve("tallyfold")
                                        + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r",
                                "tallyfold",
                                "")
                        : postgres.getPostgresDatabase());
    }

    /** Revisions by item id, by the name of the remote project; removed items left out. */
    Map<String, Map<Long, Integer>> stored() {
        Map<String, Map<Long, Integer>> stored = new TreeMap<>();
        jdbc().sql("""
                        SELECT l.remote_name, w.remote_id, w.rev
                          FROM link l
                          JOIN link_item i ON i.link_id = l.id
                          JOIN work_item w ON w.connection_id = i.connection_id AND w.remote_id = i.remote_id
                         WHERE i.removed_at IS NULL
                        """).query(rows -> {
            stored.computeIfAbsent(rows.getString(1), _ -> new TreeMap<>()).put(rows.getLong(2), rows.getInt(3));
        });
        return stored;
    }

    /** How many runs have each status. */
    Map<String, Long> runs() {
        Map<String, Long> runs = new TreeMap<>();
        jdbc().sql("SELECT status, COUNT(*) FROM sync_run GROUP BY status").query(rows -> {
            runs.put(rows.getString(1), rows.getLong(2));
        });
        return runs;
    }

    @Override
    public void close() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
