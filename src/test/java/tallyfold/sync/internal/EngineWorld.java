package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditLog;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionHealthChecks;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ConnectionSessions;
import tallyfold.connection.Health;
import tallyfold.project.ImportChoice;
import tallyfold.project.ImportResult;
import tallyfold.project.Link;
import tallyfold.project.LinkChange;
import tallyfold.project.LinkDraft;
import tallyfold.project.LinkId;
import tallyfold.project.LinkResult;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStore;
import tallyfold.project.Rhythm;
import tallyfold.project.internal.ImportTransaction;
import tallyfold.project.internal.Linking;
import tallyfold.provider.Element;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderId;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.security.CurrentUser;
import tallyfold.support.Databases;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.sync.SyncTrigger;
import tallyfold.workitem.CountedItems;
import tallyfold.workitem.MappedFieldStore;
import tallyfold.workitem.ProjectFieldStore;
import tallyfold.workitem.StructureStore;
import tallyfold.workitem.WorkItemSeed;
import tallyfold.workitem.WorkItemStore;

/** The engine on a database and a fake organization, without web and sign-in. */
final class EngineWorld implements AutoCloseable {

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Transactions {}

    static final ConnectionId CONNECTION = new ConnectionId(new UUID(1, 1));

    private final Databases database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final FakeOrganization organization;

    EngineWorld(Databases database, FakeOrganization organization) {
        this(database, organization, Clock.systemUTC());
    }

    EngineWorld(Databases database, FakeOrganization organization, Clock clock) {
        this(database, organization, organization::open, clock);
    }

    /** With sessions of one's own making; nothing is known of the truth then. */
    EngineWorld(Databases database, Supplier<ProviderSession> sessions, Clock clock) {
        this(database, new FakeOrganization(), sessions, clock);
    }

    private EngineWorld(
            Databases database, FakeOrganization organization, Supplier<ProviderSession> opened, Clock clock) {
        this.database = database;
        this.organization = organization;
        ConnectionSessions sessions = mock(ConnectionSessions.class);
        when(sessions.open(any())).thenAnswer(_ -> opened.get());
        ConnectionService connections = mock(ConnectionService.class);
        when(connections.find(CONNECTION)).thenReturn(Optional.of(connection(CONNECTION, "org-1")));
        CurrentUser nobody = mock(CurrentUser.class);
        when(nobody.find()).thenReturn(Optional.empty());
        // The database outlives a world, so that another one can be started on it.
        context.registerBean(DataSource.class, database::dataSource, bean -> bean.setDestroyMethodName(""));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database.dataSource()));
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ConnectionSessions.class, () -> sessions);
        context.registerBean(ConnectionService.class, () -> connections);
        context.registerBean(ConnectionHealthChecks.class, () -> mock(ConnectionHealthChecks.class));
        context.registerBean(CurrentUser.class, () -> nobody);
        context.registerBean(AuditLog.class, () -> mock(AuditLog.class));
        context.register(
                Transactions.class,
                WorkItemStore.class,
                StructureStore.class,
                MappedFieldStore.class,
                ProjectFieldStore.class,
                LinkStore.class,
                ProjectStore.class,
                SyncService.class,
                RunHistoryService.class);
        context.scan("tallyfold.sync.internal", "tallyfold.project.internal", "tallyfold.workitem.internal");
    }

    EngineWorld start() {
        context.refresh();
        return this;
    }

    /** With db-scheduler working off the queue, as in the product. */
    EngineWorld startWithScheduler() {
        context.registerBean(Scheduler.class, this::scheduler, bean -> bean.setDestroyMethodName("stop"));
        context.refresh();
        context.getBean(Scheduler.class).start();
        return this;
    }

    private Scheduler scheduler() {
        List<Task<?>> once = new ArrayList<>();
        List<RecurringTask<?>> recurring = new ArrayList<>();
        for (Task<?> task : context.getBeansOfType(Task.class).values()) {
            if (task instanceof RecurringTask<?> comesRound) {
                recurring.add(comesRound);
            } else {
                once.add(task);
            }
        }
        return Scheduler.create(new TransactionAwareDataSourceProxy(database.dataSource()), once)
                .startTasks(recurring)
                .threads(4)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(1))
                .enableImmediateExecution()
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    void publish(Object event) {
        context.publishEvent(event);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    static Connection connection(ConnectionId id, String organizationId) {
        return new Connection(
                id,
                new ProviderId("azure-devops"),
                "Fabrikam",
                "fabrikam",
                EndpointKind.CLOUD,
                organizationId,
                "anna@example.test",
                null,
                null,
                null,
                Health.HEALTHY,
                null,
                null,
                true,
                1);
    }

    /** Imports a project of the organization under its own name. */
    Link link(String name) {
        ImportResult result = get(ImportTransaction.class)
                .run(
                        connection(CONNECTION, "org-1"),
                        List.of(new ImportChoice(new RemoteProjectId(name), name, null, name)),
                        null,
                        "anna");
        if (result instanceof ImportResult.Started started) {
            return started.links().getFirst();
        }
        throw new AssertionError("Not imported: " + result);
    }

    /** A project that is linked to nothing. */
    ProjectId project(String name) {
        return new WorkItemSeed(database.jdbc()).project(name);
    }

    /** Links a project to parts of a remote one, whoever else has them. */
    Link link(ProjectId project, String remote, boolean assignedOnly, Element... elements) {
        return link(project, remote, assignedOnly, null, elements);
    }

    /** The same with a rhythm of its own. */
    Link link(ProjectId project, String remote, boolean assignedOnly, @Nullable Duration every, Element... elements) {
        LinkDraft draft = new LinkDraft(
                project,
                CONNECTION,
                new RemoteProjectId(remote),
                List.of(elements),
                assignedOnly,
                every == null ? null : Rhythm.every(every),
                Set.copyOf(
                        get(LinkStore.class).attached().stream().map(Link::id).toList()),
                null);
        if (get(Linking.class).link(draft, "anna") instanceof LinkResult.Linked linked) {
            return linked.link();
        }
        throw new AssertionError("Not linked");
    }

    /** Changes what a link covers. */
    Link cover(Link link, Element... elements) {
        LinkChange change = new LinkChange(List.of(elements), link.assignedOnly(), link.rhythm(), Set.of());
        if (get(Linking.class).change(link.id(), change) instanceof LinkResult.Linked changed) {
            return changed.link();
        }
        throw new AssertionError("Not changed");
    }

    Link stored(Link link) {
        return get(LinkStore.class).find(link.id()).orElseThrow();
    }

    <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** Works off what waits, as db-scheduler would. */
    void work() {
        get(ConnectionWorker.class).work(CONNECTION);
    }

    void sync(Link link) {
        enqueue(link);
        work();
    }

    /** Has the schedule come round for some links and works off what waits. */
    void follow(Link... links) {
        List.of(links).forEach(link -> enqueue(link, SyncTrigger.SCHEDULE));
        work();
    }

    /** Has all of a link listed and compared, as once a day. */
    void compare(Link link) {
        get(FedLinkRepository.class).remove(List.of(link.id()));
        sync(link);
    }

    /** Has a link wait for being synced. */
    void enqueue(Link link) {
        enqueue(link, SyncTrigger.MANUAL);
    }

    void enqueue(Link link, SyncTrigger trigger) {
        get(SyncQueue.class)
                .enqueue(List.of(get(LinkStore.class).find(link.id()).orElseThrow()), trigger, "anna");
    }

    SyncRun latest(Link link) {
        return get(SyncRunRepository.class).latest(link.id()).orElseThrow();
    }

    /** Id and revision of everything a link shows. */
    Map<Long, Integer> shown(LinkId link) {
        Map<Long, Integer> shown = new TreeMap<>();
        database.jdbc()
                .sql("SELECT w.remote_id, w.rev FROM link_item l JOIN work_item w ON w.connection_id = l.connection_id"
                        + " AND w.remote_id = l.remote_id WHERE l.link_id = ? AND l.removed_at IS NULL")
                .param(link.value())
                .query(rs -> {
                    shown.put(rs.getLong(1), rs.getInt(2));
                });
        return shown;
    }

    /** Id and revision of everything in the source. */
    Map<Long, Integer> truth(String project) {
        Map<Long, Integer> truth = new TreeMap<>();
        organization.items(project).values().forEach(item -> truth.put(item.id(), item.rev()));
        return truth;
    }

    /** What a link shows otherwise than the source has it: revisions here and there by id. */
    Map<Long, String> differences(Link link, String project) {
        Map<Long, Integer> shown = shown(link.id());
        Map<Long, Integer> truth = truth(project);
        Map<Long, String> differences = new TreeMap<>();
        Set<Long> all = new TreeSet<>(shown.keySet());
        all.addAll(truth.keySet());
        all.stream()
                .filter(id -> !Objects.equals(shown.get(id), truth.get(id)))
                .forEach(id -> differences.put(id, shown.get(id) + " instead of " + truth.get(id)));
        return differences;
    }

    RemoteWorkItem remote(String project, long id) {
        RemoteWorkItem item = organization.items(project).get(id);
        if (item == null) {
            throw new AssertionError("No item " + id);
        }
        return item;
    }

    long count(String table) {
        return database.jdbc()
                .sql("SELECT COUNT(*) FROM " + table)
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    JdbcClient jdbc() {
        return database.jdbc();
    }

    /** Whatever a test did, the counts that are kept say in the end what the items say. */
    @Override
    public void close() {
        context.close();
        assertThat(CountedItems.kept(database.jdbc())).isEqualTo(CountedItems.counted(database.jdbc()));
    }
}
