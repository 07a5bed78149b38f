package tallyfold.notification.internal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tallyfold.audit.AuditKeys;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionSessions;
import tallyfold.connection.FakeVault;
import tallyfold.connection.Health;
import tallyfold.network.CurrentWay;
import tallyfold.notification.MailSettingsService;
import tallyfold.notification.NotificationService;
import tallyfold.notification.WebhookSettingsService;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStore;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.support.ChosenNetwork;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.support.TestUsers;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncRunStore;
import tallyfold.sync.SyncTrigger;
import tallyfold.vault.SecretVault;

/** The module on a real database, with an organization and runs that a test makes up. */
public final class NotificationWorld implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    public final JdbcClient jdbc;
    public final MutableClock clock;
    public final ChosenNetwork network = new ChosenNetwork();
    final Map<ConnectionId, List<String>> remote = new HashMap<>();
    final List<Link> links = new ArrayList<>();
    final Map<LinkId, SyncRun> runs = new HashMap<>();
    final Set<ProjectId> resting = new HashSet<>();
    int listed;

    private final Databases database;
    private Node node;

    public NotificationWorld(Databases.Kind kind) {
        database = Databases.fresh(kind);
        jdbc = database.jdbc();
        clock = new MutableClock(START);
        node = new Node();
    }

    /** What a process has in memory. */
    public final class Node implements AutoCloseable {

        public final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        public final NotificationService service;
        final Looking looking;
        final Delivering delivering;
        final NotificationNews news;

        Node() {
            // As a singleton of somebody else, which the end of a node does not close.
            context.getBeanFactory().registerSingleton("dataSource", database.dataSource());
            context.registerBean(JdbcClient.class, () -> jdbc);
            context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
            context.registerBean(PlatformTransactionManager.class, database::transactions);
            context.registerBean(Clock.class, () -> clock);
            context.registerBean(SecretVault.class, FakeVault::create);
            context.registerBean(CurrentWay.class, network::ways);
            context.registerBean(AuditKeys.class, () -> () -> new byte[32]);
            context.registerBean(ConnectionSessions.class, NotificationWorld.this::sessions);
            context.registerBean(LinkStore.class, NotificationWorld.this::linkStore);
            context.registerBean(ProjectStore.class, NotificationWorld.this::projectStore);
            context.registerBean(SyncRunStore.class, NotificationWorld.this::runStore);
            context.registerBean(RoleHierarchy.class, () -> RoleHierarchyImpl.fromHierarchy("""
                    ROLE_ADMINISTRATOR > ROLE_PROJECT_MANAGER
                    ROLE_PROJECT_MANAGER > ROLE_VIEWER"""));
            context.register(Beans.class);
            context.refresh();
            service = context.getBean(NotificationService.class);
            looking = context.getBean(Looking.class);
            delivering = context.getBean(Delivering.class);
            news = context.getBean(NotificationNews.class);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private ConnectionSessions sessions() {
        ConnectionSessions sessions = mock(ConnectionSessions.class);
        when(sessions.open(any())).thenAnswer(open -> {
            ConnectionId id = open.getArgument(0);
            ProviderSession session = mock(ProviderSession.class);
            when(session.projects(any())).thenAnswer(_ -> {
                listed++;
                return new RemotePage<>(
                        remote.getOrDefault(id, List.of()).stream()
                                .map(name -> new RemoteProject(
                                        new RemoteProjectId("id-of-" + name), name, "", null, null, null))
                                .toList(),
                        null);
            });
            return session;
        });
        return sessions;
    }

    private LinkStore linkStore() {
        LinkStore store = mock(LinkStore.class);
        when(store.attached()).thenAnswer(_ -> List.copyOf(links));
        return store;
    }

    private ProjectStore projectStore() {
        ProjectStore store = mock(ProjectStore.class);
        when(store.resting()).thenAnswer(_ -> Set.copyOf(resting));
        return store;
    }

    private SyncRunStore runStore() {
        SyncRunStore store = mock(SyncRunStore.class);
        when(store.latest(any())).thenAnswer(_ -> Map.copyOf(runs));
        when(store.zone()).thenReturn(ZoneOffset.UTC);
        return store;
    }

    public Node node() {
        return node;
    }

    /** Another process on the same database. */
    public Node another() {
        return new Node();
    }

    /** As after a restart: everything in memory is gone. */
    public void restart() {
        node.close();
        node = new Node();
    }

    public void look() {
        node.looking.look();
    }

    public void send() {
        node.delivering.sendDue();
    }

    public MailSettingsService mail() {
        return node.context.getBean(MailSettingsService.class);
    }

    public WebhookSettingsService webhook() {
        return node.context.getBean(WebhookSettingsService.class);
    }

    public void pass(Duration duration) {
        clock.advance(duration);
    }

    public void signIn(User user) {
        SecurityContextHolder.setContext(TestUsers.contextOf(user));
    }

    /** What a person reads at the bell, oldest first. */
    public List<String> bell(User user) {
        signIn(user);
        return node.service.page(false, 0, 100, ZoneOffset.UTC).reversed().stream()
                .map(row -> row.text())
                .toList();
    }

    public User person(Role role, String name) {
        User user = TestUsers.user(role, name);
        jdbc.sql("""
                        INSERT INTO app_user (id, name, name_key, display_name, role, password_hash, enabled, created_at,
                            changed_at)
                        VALUES (:id, :name, :name, :name, :role, '-', TRUE, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)""")
                .param("id", user.id().value())
                .param("name", name)
                .param("role", role.name())
                .update();
        return user;
    }

    public void email(User user, String address) {
        jdbc.sql("UPDATE app_user SET email = ? WHERE id = ?")
                .param(address)
                .param(user.id().value())
                .update();
    }

    public ConnectionId connection(String name, @Nullable LocalDate expires, User... granted) {
        ConnectionId id = new ConnectionId(UUID.randomUUID());
        jdbc.sql("""
                        INSERT INTO connection (id, provider, name, name_key, organization, endpoint_kind, account, health,
                            token_expires, for_all_managers, created_at, created_by, version)
                        VALUES (:id, 'azure-devops', :name, :name, 'fabrikam', 'CLOUD', 'a', 'HEALTHY',
                            CAST(:expires AS DATE), FALSE, CURRENT_TIMESTAMP, 'a', 1)""")
                .param("id", id.value())
                .param("name", name)
                .param("expires", expires)
                .update();
        Arrays.stream(granted)
                .forEach(user -> jdbc.sql("INSERT INTO connection_grant (connection_id, user_id) VALUES (?, ?)")
                        .param(id.value())
                        .param(user.id().value())
                        .update());
        return id;
    }

    public void expires(ConnectionId id, LocalDate day) {
        jdbc.sql("UPDATE connection SET token_expires = ? WHERE id = ?")
                .param(day)
                .param(id.value())
                .update();
    }

    public void health(ConnectionId id, Health health) {
        jdbc.sql("UPDATE connection SET health = ? WHERE id = ?")
                .param(health.name())
                .param(id.value())
                .update();
    }

    Link link(ConnectionId connection, String remoteName) {
        Link link = new Link(
                new LinkId(UUID.randomUUID()),
                new ProjectId(UUID.randomUUID()),
                connection,
                "fabrikam",
                new RemoteProjectId("id-of-" + remoteName),
                remoteName,
                null,
                null,
                List.of(),
                false,
                null,
                START,
                null);
        links.add(link);
        return link;
    }

    void ran(Link link, SyncRunStatus status) {
        Instant now = clock.instant();
        runs.put(
                link.id(),
                new SyncRun(
                        new SyncRunId(UUID.randomUUID()),
                        link.id(),
                        link.project(),
                        link.connection(),
                        SyncTrigger.SCHEDULE,
                        null,
                        status,
                        now,
                        now,
                        status.finished() ? now : null,
                        null,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        Duration.ZERO,
                        status == SyncRunStatus.FAILED ? "UNREACHABLE.NETWORK" : null,
                        null,
                        null));
    }

    public List<String> column(String sql) {
        return jdbc.sql(sql).query((row, _) -> String.valueOf(row.getString(1))).list();
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        node.close();
        database.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = {"tallyfold.notification", "tallyfold.audit"},
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "tallyfold\\.notification\\.ui\\..*"))
    @ComponentScan(
            basePackages = {"tallyfold.connection", "tallyfold.security"},
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "tallyfold\\..*\\.(ConnectionStore|ConnectionRepository|UserStore|UserRepository"
                                    + "|CurrentUser)"))
    static class Beans {}
}
