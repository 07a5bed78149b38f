package benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import simulator.azuredevops.LoadContent;
import tallyfold.TallyfoldApplication;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionDraft;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.CreateConnectionResult;
import tallyfold.kernel.Secret;
import tallyfold.progress.internal.TallyRefresher;
import tallyfold.project.ImportCandidate;
import tallyfold.project.ImportChoice;
import tallyfold.project.ImportResult;
import tallyfold.project.ImportService;
import tallyfold.project.Link;
import tallyfold.project.ProjectId;
import tallyfold.provider.ProviderId;
import tallyfold.security.Role;
import tallyfold.support.TestUsers;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;

/** The whole product in this process, on a home folder of its own, used through its services as an administrator. */
final class Product implements AutoCloseable {

    /** The classes of tests lie in the same packages and would be taken for parts of the product. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURI().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    private final ConfigurableApplicationContext context;
    private final Path home;
    private final DatabaseTime database;

    private Product(ConfigurableApplicationContext context, Path home, DatabaseTime database) {
        this.context = context;
        this.home = home;
        this.database = database;
    }

    static Product start(Path home, URI simulator, String... more) {
        return start(home, simulator, false, more);
    }

    /** As the others, but its time in the database is taken, which costs time itself. */
    static Product startTimed(Path home, URI simulator) {
        return start(home, simulator, true);
    }

    private static Product start(Path home, URI simulator, boolean timed, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--tallyfold.home=" + home.toAbsolutePath(),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--tallyfold.sync.every=off",
                "--tallyfold.azure-devops.in-flight=8",
                "--tallyfold.azure-devops.simulator.url=" + simulator,
                "--tallyfold.azure-devops.simulator.organizations=*",
                "--logging.level.root=warn"));
        arguments.addAll(List.of(more));
        for (String folder : List.of("data", "keys", "backups", "logs")) {
            if (!home.resolve(folder).toFile().mkdirs()
                    && !home.resolve(folder).toFile().isDirectory()) {
                throw new IllegalStateException("No folder " + folder);
            }
        }
        SpringApplication spring = new SpringApplication(TallyfoldApplication.class);
        DatabaseTime database = new DatabaseTime();
        spring.addInitializers(fresh -> {
            fresh.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
            if (timed) {
                fresh.getBeanFactory().addBeanPostProcessor(database);
            }
        });
        ConfigurableApplicationContext context = spring.run(arguments.toArray(String[]::new));
        SecurityContextHolder.setContext(TestUsers.contextOf(TestUsers.user(Role.ADMINISTRATOR, "anna")));
        return new Product(context, home, database);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Path home() {
        return home;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(get(DataSource.class));
    }

    Connection connect(String token) {
        try (Secret secret = Secret.of(token)) {
            CreateConnectionResult result = get(ConnectionService.class)
                    .create(
                            new ConnectionDraft(
                                    new ProviderId("azure-devops"),
                                    "https://dev.azure.com/" + LoadContent.NAME,
                                    "person0@" + LoadContent.NAME + ".example",
                                    secret,
                                    "",
                                    null),
                            _ -> {});
            if (result instanceof CreateConnectionResult.Created created) {
                return created.connection();
            }
            throw new IllegalStateException("Not connected: " + result);
        }
    }

    /** What the product does by itself soon after a load: it shall not fall into what is measured next. */
    void makeFigures(List<Link> links) {
        links.stream().map(Link::project).distinct().forEach(get(TallyRefresher.class)::refresh);
    }

    /** What can be imported, each under its own name. */
    List<ImportChoice> candidates(Connection connection) {
        return get(ImportService.class).candidates(connection.id(), _ -> {}).stream()
                .map(Product::choice)
                .toList();
    }

    private static ImportChoice choice(ImportCandidate candidate) {
        return new ImportChoice(candidate.remote().id(), candidate.remote().name(), null, candidate.proposedName());
    }

    /** Starts the import and comes back when every run has ended. */
    List<Link> importAll(Connection connection, List<ImportChoice> choices) throws InterruptedException {
        ImportResult result = get(ImportService.class).start(connection.id(), choices, null);
        if (result instanceof ImportResult.Started started) {
            awaitIdle();
            return started.links();
        }
        throw new IllegalStateException("Not imported: " + result);
    }

    /** As {@link #syncAll}, but every link is listed, read and compared as a whole, as if a day had passed. */
    void readAllAgain(List<Link> links) throws InterruptedException {
        jdbc().sql("DELETE FROM fed_link").update();
        syncAll(links);
    }

    /** How long threads have been inside the database so far; zero unless {@link #startTimed}. */
    Duration databaseTime() {
        return database.soFar();
    }

    /** Has every project synced and comes back when every run has ended. */
    void syncAll(List<Link> links) throws InterruptedException {
        List<ProjectId> projects = links.stream().map(Link::project).distinct().toList();
        get(SyncService.class).syncNow(projects);
        awaitIdle();
    }

    /** Looks often, and therefore at little: it runs on the processors that are measured. */
    void awaitIdle() throws InterruptedException {
        JdbcClient jdbc = jdbc();
        String unfinished = "SELECT COUNT(*) FROM sync_run WHERE status IN ('WAITING', 'RUNNING', 'INTERRUPTED')";
        while (jdbc.sql(unfinished).query(Integer.class).single() > 0) {
            Thread.sleep(3);
        }
    }

    /** Runs that did not end well. */
    List<SyncRun> failed(List<Link> links) {
        return get(SyncService.class).latest(links.stream().map(Link::id).toList()).values().stream()
                .filter(run -> run.failureCode() != null)
                .toList();
    }

    /** Stored items that are shown, and the sum of their revisions. */
    LoadedSimulator.Checksum checksum() {
        return jdbc().sql(
                        "SELECT COUNT(*), COALESCE(SUM(w.rev), 0) FROM link_item l JOIN work_item w"
                                + " ON w.connection_id = l.connection_id AND w.remote_id = l.remote_id WHERE l.removed_at IS NULL")
                .query((rs, _) -> new LoadedSimulator.Checksum(rs.getLong(1), rs.getLong(2)))
                .single();
    }

    long databaseBytes() {
        return home.resolve("data").resolve("tallyfold.mv.db").toFile().length();
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }
}
