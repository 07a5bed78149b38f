package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditLog;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ConnectionSessions;
import tallyfold.connection.Health;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderId;
import tallyfold.provider.RemoteProjectId;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.support.Databases;
import tallyfold.sync.internal.FakeOrganization;

/** A service on a database and a fake organization, with what all tests of linking need. */
abstract class LinkingTest {

    /** Remembers what was told. */
    static class Told {
        final List<Object> events = new ArrayList<>();

        @EventListener
        void on(ProjectLinked event) {
            keep(event);
        }

        @EventListener
        void on(LinkChanged event) {
            keep(event);
        }

        @EventListener
        void on(LinkDetaching event) {
            keep(event);
        }

        @EventListener
        void on(LinksErased event) {
            keep(event);
        }

        @EventListener
        void on(ProjectErased event) {
            keep(event);
        }

        @EventListener
        void on(ProjectStatusChanged event) {
            keep(event);
        }

        private void keep(Object event) {
            synchronized (events) {
                events.add(event);
            }
        }

        <T> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /** Has the transactions that are asked for by annotation. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    static final ConnectionId FIRST = new ConnectionId(new UUID(0, 1));
    static final ConnectionId SECOND = new ConnectionId(new UUID(0, 2));
    static final RemoteProjectId SHOP = new RemoteProjectId("Shop");

    protected final FakeOrganization organization = new FakeOrganization();
    protected final ConnectionService connections = mock(ConnectionService.class);
    protected final AuditLog audit = mock(AuditLog.class);
    protected final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    protected final LinkService service;
    protected final ProjectService projects;
    protected final PortfolioService portfolios;
    protected final Told told;

    LinkingTest(Databases.Kind kind) {
        this(kind, Clock.systemUTC());
    }

    LinkingTest(Databases.Kind kind, Clock clock) {
        Databases database = Databases.fresh(kind);
        when(connections.find(any())).thenReturn(Optional.empty());
        when(connections.find(FIRST)).thenReturn(Optional.of(connection(FIRST)));
        when(connections.find(SECOND)).thenReturn(Optional.of(connection(SECOND)));
        ConnectionSessions sessions = mock(ConnectionSessions.class);
        when(sessions.open(any())).thenAnswer(_ -> organization.open());
        CurrentUser anna = mock(CurrentUser.class);
        when(anna.require())
                .thenReturn(new User(new UserId(new UUID(9, 9)), "anna", "Anna", Role.PROJECT_MANAGER, true));
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(TransactionTemplate.class, database::transaction);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ConnectionService.class, () -> connections);
        context.registerBean(ConnectionSessions.class, () -> sessions);
        context.registerBean(CurrentUser.class, () -> anna);
        context.registerBean(AuditLog.class, () -> audit);
        context.register(
                ImportService.class,
                LinkService.class,
                ProjectService.class,
                PortfolioService.class,
                ProjectSettingsService.class,
                StatusService.class,
                KeyDateService.class,
                Told.class,
                Transactions.class);
        context.scan("tallyfold.project.internal");
        context.refresh();
        service = context.getBean(LinkService.class);
        projects = context.getBean(ProjectService.class);
        portfolios = context.getBean(PortfolioService.class);
        told = context.getBean(Told.class);
        organization.project("Shop", 50, 1, 1);
        organization.project("Bank", 5, 1_001, 1);
    }

    protected static Connection connection(ConnectionId id) {
        return new Connection(
                id,
                new ProviderId("azure-devops"),
                "Fabrikam",
                "fabrikam",
                EndpointKind.CLOUD,
                "org-1",
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

    @AfterEach
    void close() {
        context.close();
    }

    protected ProjectId project(String name) {
        return project(name, null);
    }

    protected ProjectId project(String name, @Nullable LocalDate start) {
        return ((CreateProjectResult.Created) projects.create(new ProjectDraft(name, "", start, null, null)))
                .project()
                .id();
    }

    protected Element team(String key, Long... ids) {
        return organization.element(ElementKind.TEAM, key, ids);
    }

    protected static LinkDraft draft(ProjectId project, Element... elements) {
        return new LinkDraft(project, FIRST, SHOP, List.of(elements), true, null, Set.of(), null);
    }

    protected static LinkDraft acknowledging(LinkDraft draft, LinkId... links) {
        return new LinkDraft(
                draft.project(),
                draft.connection(),
                draft.remoteProject(),
                draft.elements(),
                draft.assignedOnly(),
                draft.rhythm(),
                Set.of(links),
                draft.schedule());
    }

    protected Link linked(LinkResult result) {
        assertThat(result).isInstanceOf(LinkResult.Linked.class);
        return ((LinkResult.Linked) result).link();
    }

    protected LinkResult.Refused refused(LinkResult result) {
        assertThat(result).isInstanceOf(LinkResult.Refused.class);
        return (LinkResult.Refused) result;
    }

    protected List<LinkOverlap> overlapping(LinkResult result) {
        assertThat(result).isInstanceOf(LinkResult.Overlapping.class);
        return ((LinkResult.Overlapping) result).overlaps();
    }

    protected static List<Element> elements(Link link) {
        return link.elements().stream().map(LinkedElement::element).toList();
    }

    protected static LinkChange covering(Link link, Element... elements) {
        return new LinkChange(List.of(elements), link.assignedOnly(), link.rhythm(), Set.of());
    }
}
