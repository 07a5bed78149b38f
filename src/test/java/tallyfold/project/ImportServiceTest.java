package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditLog;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ConnectionSessions;
import tallyfold.connection.Health;
import tallyfold.kernel.PageQuery;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderId;
import tallyfold.provider.RemoteProjectId;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.support.Databases;
import tallyfold.sync.internal.FakeOrganization;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ImportServiceTest {

    /** Remembers what was told. */
    static class Linked {
        final List<ProjectLinked> events = new ArrayList<>();

        @EventListener
        void on(ProjectLinked linked) {
            synchronized (events) {
                events.add(linked);
            }
        }
    }

    private static final ConnectionId FIRST = new ConnectionId(new UUID(0, 1));
    private static final ConnectionId SECOND = new ConnectionId(new UUID(0, 2));
    private static final ConnectionId ELSEWHERE = new ConnectionId(new UUID(0, 3));

    private final FakeOrganization organization = new FakeOrganization();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ImportService imports;
    private final ProjectService projects;

    ImportServiceTest(Databases.Kind kind) {
        Databases database = Databases.fresh(kind);
        ConnectionService connections = mock(ConnectionService.class);
        when(connections.find(any())).thenReturn(Optional.empty());
        when(connections.find(FIRST)).thenReturn(Optional.of(connection(FIRST, "org-1")));
        when(connections.find(SECOND)).thenReturn(Optional.of(connection(SECOND, "org-1")));
        when(connections.find(ELSEWHERE)).thenReturn(Optional.of(connection(ELSEWHERE, "org-2")));
        ConnectionSessions sessions = mock(ConnectionSessions.class);
        when(sessions.open(any())).thenAnswer(_ -> organization.open());
        CurrentUser anna = mock(CurrentUser.class);
        when(anna.require())
                .thenReturn(new User(new UserId(new UUID(9, 9)), "anna", "Anna", Role.PROJECT_MANAGER, true));
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(TransactionTemplate.class, database::transaction);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(ConnectionService.class, () -> connections);
        context.registerBean(ConnectionSessions.class, () -> sessions);
        context.registerBean(CurrentUser.class, () -> anna);
        context.registerBean(AuditLog.class, () -> mock(AuditLog.class));
        context.register(ImportService.class, ProjectService.class, Linked.class);
        context.scan("tallyfold.project.internal");
        context.refresh();
        imports = context.getBean(ImportService.class);
        projects = context.getBean(ProjectService.class);
        for (String name : List.of("Shop", "Bank", "Mill", "Yard", "Dock")) {
            organization.project(name, 0, 1, 1);
        }
    }

    private static Connection connection(ConnectionId id, String organizationId) {
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

    @AfterEach
    void close() {
        context.close();
    }

    private static ImportChoice make(String remote, String name) {
        return new ImportChoice(new RemoteProjectId(remote), remote, null, name);
    }

    private static ImportChoice link(String remote, ProjectId target) {
        return new ImportChoice(new RemoteProjectId(remote), remote, target, "");
    }

    private List<Link> started(ImportResult result) {
        assertThat(result).isInstanceOf(ImportResult.Started.class);
        return ((ImportResult.Started) result).links();
    }

    private Map<RemoteProjectId, String> refused(ImportResult result) {
        assertThat(result).isInstanceOf(ImportResult.Refused.class);
        return ((ImportResult.Refused) result).reasons();
    }

    private ProjectId unlinked(String name) {
        return ((CreateProjectResult.Created) projects.create(new ProjectDraft(name, "", null, null, null)))
                .project()
                .id();
    }

    @Nested
    class Candidates {

        @Test
        void readsEveryPageAndTellsHowFarItIs() {
            List<Integer> soFar = new ArrayList<>();

            List<ImportCandidate> all = imports.candidates(FIRST, soFar::add);

            assertThat(all)
                    .extracting(candidate -> candidate.remote().name())
                    .containsExactly("Bank", "Dock", "Mill", "Shop", "Yard");
            assertThat(soFar).containsExactly(2, 4, 5);
        }

        @Test
        void tellsNewFromLinkFromAlreadyLinked() {
            unlinked("  bANK ");
            imports.start(FIRST, List.of(make("Mill", "Windmill")), null);

            assertThat(imports.candidates(FIRST, _ -> {}))
                    .extracting(
                            one -> one.remote().name(),
                            ImportCandidate::proposedName,
                            ImportCandidate::status,
                            one -> Optional.ofNullable(one.match()).map(Project::name))
                    .contains(
                            tuple("Shop", "Shop", ImportStatus.NEW, Optional.empty()),
                            tuple("Bank", "Bank", ImportStatus.LINK, Optional.of("bANK")),
                            tuple("Mill", "Windmill", ImportStatus.ALREADY_LINKED, Optional.of("Windmill")));
        }

        @Test
        void seesWhatAnotherConnectionToTheSameOrganizationLinked() {
            imports.start(FIRST, List.of(make("Mill", "Mill")), null);

            assertThat(statusOfMill(SECOND)).isEqualTo(ImportStatus.ALREADY_LINKED);
            assertThat(statusOfMill(ELSEWHERE)).isEqualTo(ImportStatus.NEW);
        }

        private ImportStatus statusOfMill(ConnectionId connection) {
            return imports.candidates(connection, _ -> {}).stream()
                    .filter(one -> one.remote().name().equals("Mill"))
                    .findFirst()
                    .orElseThrow()
                    .status();
        }

        @Test
        void refusesAConnectionTheUserMayNotUse() {
            ConnectionId other = new ConnectionId(UUID.randomUUID());
            assertThatThrownBy(() -> imports.candidates(other, _ -> {})).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> imports.start(other, List.of(), null)).isInstanceOf(AccessDeniedException.class);
        }

        @Test
        void findsProcesses() {
            Map<RemoteProjectId, String> found = new ConcurrentHashMap<>();
            imports.processes(FIRST, List.of(new RemoteProjectId("Shop"), new RemoteProjectId("Bank")), found::put);
            assertThat(found).hasSize(2).containsEntry(new RemoteProjectId("Shop"), "Agile");
        }
    }

    @Nested
    class Start {

        @Test
        void makesProjectsAndLinksAndTellsSo() {
            ProjectId bank = unlinked("Bank");
            context.getBean(Linked.class).events.clear();

            List<Link> links =
                    started(imports.start(FIRST, List.of(make("Shop", " The  shop "), link("Bank", bank)), null));

            assertThat(projects.find(links.getFirst().project()).orElseThrow().name())
                    .isEqualTo("The shop");
            assertThat(links.get(1).project()).isEqualTo(bank);
            assertThat(projects.links(bank)).hasSize(1);
            assertThat(context.getBean(Linked.class).events)
                    .extracting(ProjectLinked::link)
                    .containsExactly(links.getFirst().id(), links.get(1).id());
        }

        @Test
        void refusesTheWholeBatchForOneClash() {
            started(imports.start(FIRST, List.of(make("Shop", "Shop")), null));

            Map<RemoteProjectId, String> reasons =
                    refused(imports.start(FIRST, List.of(make("Bank", "sHOP"), make("Mill", "Mill")), null));

            assertThat(reasons).containsOnlyKeys(new RemoteProjectId("Bank"));
            assertThat(reasons.values().iterator().next()).contains("exists already");
            assertThat(projects.count()).isEqualTo(1);
        }

        @Test
        void refusesNamesThatClashWithinTheBatch() {
            assertThat(refused(imports.start(FIRST, List.of(make("Bank", "Same"), make("Mill", "same ")), null)))
                    .containsOnlyKeys(new RemoteProjectId("Bank"), new RemoteProjectId("Mill"));
        }

        @Test
        void refusesNamesThatAreNone() {
            assertThat(refused(imports.start(
                            FIRST,
                            List.of(
                                    make("Shop", "   "),
                                    make("Bank", "n".repeat(257)),
                                    make("Mill", "nul\0l"),
                                    make("Yard", "left\u202Eright"),
                                    make("Dock", "n".repeat(256))),
                            null)))
                    .containsOnlyKeys(
                            new RemoteProjectId("Shop"),
                            new RemoteProjectId("Bank"),
                            new RemoteProjectId("Mill"),
                            new RemoteProjectId("Yard"));
        }

        @Test
        void refusesWhatWasLinkedMeanwhileOrChosenTwice() {
            ProjectId one = unlinked("One");
            started(imports.start(SECOND, List.of(make("Shop", "Shop")), null));
            ProjectId linked =
                    projects.page("shop", PageQuery.first(1)).rows().getFirst().id();

            assertThat(refused(imports.start(
                            FIRST,
                            List.of(
                                    make("Shop", "Shop again"),
                                    link("Bank", one),
                                    link("Mill", one),
                                    link("Yard", linked),
                                    link("Dock", new ProjectId(UUID.randomUUID()))),
                            null)))
                    .containsOnlyKeys(
                            new RemoteProjectId("Shop"),
                            new RemoteProjectId("Mill"),
                            new RemoteProjectId("Yard"),
                            new RemoteProjectId("Dock"));
        }

        @Test
        void letsOneOfTwoImportsAtOnceWin() throws Exception {
            List<Callable<ImportResult>> both = List.of(
                    () -> imports.start(FIRST, List.of(make("Shop", "Shop by one")), null),
                    () -> imports.start(SECOND, List.of(make("Shop", "Shop by two")), null));
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<ImportResult> results = new ArrayList<>();
                for (var result : threads.invokeAll(both)) {
                    results.add(result.get());
                }
                assertThat(results)
                        .hasAtLeastOneElementOfType(ImportResult.Started.class)
                        .hasAtLeastOneElementOfType(ImportResult.Refused.class);
            }
            assertThat(projects.count()).isEqualTo(1);
        }
    }

    @Nested
    class Projects {

        @Test
        void listsByNameWithoutRegardToCaseAndTakesWildcardsLiterally() {
            started(imports.start(
                    FIRST, List.of(make("Shop", "beta"), make("Bank", "Alpha"), make("Mill", "100% done")), null));

            assertThat(projects.page("", PageQuery.first(10)).rows())
                    .extracting(Project::name)
                    .containsExactly("100% done", "Alpha", "beta");
            assertThat(projects.page("ALP", PageQuery.first(10)).total()).isEqualTo(1);
            assertThat(projects.page("%", PageQuery.first(10)).total()).isEqualTo(1);
            assertThat(projects.page("_", PageQuery.first(10)).total()).isZero();
        }

        @Test
        void renamesUnlessTheNameIsTaken() {
            List<Link> links = started(imports.start(FIRST, List.of(make("Shop", "Shop"), make("Bank", "Bank")), null));
            ProjectId shop = links.getFirst().project();

            assertThat(projects.rename(shop, "bank")).isInstanceOf(RenameResult.Refused.class);
            assertThat(projects.rename(shop, "")).isInstanceOf(RenameResult.Refused.class);
            assertThat(projects.rename(shop, "SHOP")).isInstanceOf(RenameResult.Renamed.class);
            assertThat(projects.find(shop).orElseThrow().name()).isEqualTo("SHOP");
        }
    }
}
