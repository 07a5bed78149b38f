package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ConnectionSessions;
import tallyfold.connection.ConnectionUsage;
import tallyfold.connection.DeletionMode;
import tallyfold.connection.Health;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.ProviderId;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserId;
import tallyfold.support.Databases;
import tallyfold.sync.internal.FakeOrganization;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LinkServiceTest {

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

        private void keep(Object event) {
            synchronized (events) {
                events.add(event);
            }
        }

        <T> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private static final ConnectionId FIRST = new ConnectionId(new UUID(0, 1));
    private static final ConnectionId SECOND = new ConnectionId(new UUID(0, 2));
    private static final RemoteProjectId SHOP = new RemoteProjectId("Shop");

    private final FakeOrganization organization = new FakeOrganization();
    private final ConnectionService connections = mock(ConnectionService.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final LinkService service;
    private final ProjectService projects;
    private final Told told;

    LinkServiceTest(Databases.Kind kind) {
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
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(ConnectionService.class, () -> connections);
        context.registerBean(ConnectionSessions.class, () -> sessions);
        context.registerBean(CurrentUser.class, () -> anna);
        context.registerBean(AuditLog.class, () -> audit);
        context.register(ImportService.class, LinkService.class, ProjectService.class, Told.class);
        context.scan("tallyfold.project.internal");
        context.refresh();
        service = context.getBean(LinkService.class);
        projects = context.getBean(ProjectService.class);
        told = context.getBean(Told.class);
        organization.project("Shop", 50, 1, 1);
        organization.project("Bank", 5, 1_001, 1);
    }

    private static Connection connection(ConnectionId id) {
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

    private ProjectId project(String name) {
        return project(name, null);
    }

    private ProjectId project(String name, @Nullable LocalDate start) {
        return ((CreateProjectResult.Created) projects.create(new ProjectDraft(name, "", start, null)))
                .project()
                .id();
    }

    private Element team(String key, Long... ids) {
        return organization.element(ElementKind.TEAM, key, ids);
    }

    private static LinkDraft draft(ProjectId project, Element... elements) {
        return new LinkDraft(project, FIRST, SHOP, List.of(elements), true, null, Set.of(), null);
    }

    private static LinkDraft acknowledging(LinkDraft draft, LinkId... links) {
        return new LinkDraft(
                draft.project(),
                draft.connection(),
                draft.remoteProject(),
                draft.elements(),
                draft.assignedOnly(),
                draft.syncEvery(),
                Set.of(links),
                draft.schedule());
    }

    private Link linked(LinkResult result) {
        assertThat(result).isInstanceOf(LinkResult.Linked.class);
        return ((LinkResult.Linked) result).link();
    }

    private LinkResult.Refused refused(LinkResult result) {
        assertThat(result).isInstanceOf(LinkResult.Refused.class);
        return (LinkResult.Refused) result;
    }

    private List<LinkOverlap> overlapping(LinkResult result) {
        assertThat(result).isInstanceOf(LinkResult.Overlapping.class);
        return ((LinkResult.Overlapping) result).overlaps();
    }

    private static List<Element> elements(Link link) {
        return link.elements().stream().map(LinkedElement::element).toList();
    }

    private static LinkChange covering(Link link, Element... elements) {
        return new LinkChange(List.of(elements), link.assignedOnly(), link.syncEvery(), Set.of());
    }

    @Nested
    class Browsing {

        @Test
        void listsRemoteProjectsByName() {
            organization.project("apple", 0, 1, 1);

            assertThat(service.remoteProjects(FIRST, _ -> {}))
                    .extracting(RemoteProject::name)
                    .containsExactly("apple", "Bank", "Shop");
        }

        @Test
        void asksForChoicesAndTypesOfTheProjectByName() {
            team("red");
            organization.foreignStates.put("Shop", Map.of());
            RemoteProject shop = service.remoteProjects(FIRST, _ -> {}).get(1);

            assertThat(service.choices(FIRST, SHOP, ElementKind.TEAM, null, null)
                            .items())
                    .extracting(ElementChoice::key)
                    .containsExactly("red");
            assertThat(service.find(FIRST, SHOP, ElementKind.TEAM, "re", 5)).hasSize(1);
            assertThat(service.types(FIRST, shop)).hasSize(1);
            assertThat(organization.typesAskedFor).containsExactly("Shop");
        }

        @Test
        void refusesAConnectionTheUserMayNotUse() {
            ConnectionId other = new ConnectionId(UUID.randomUUID());

            assertThatThrownBy(() -> service.remoteProjects(other, _ -> {})).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.choices(other, SHOP, ElementKind.AREA, null, null))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.find(other, SHOP, ElementKind.AREA, "a", 5))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.preview(other, SHOP, List.of(), _ -> {}))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> service.overlaps(other, SHOP, project("A"), List.of()))
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(organization.requests.get()).isZero();
        }
    }

    @Nested
    class Preview {

        @Test
        void countsEachItemOnceAndTellsWhatIsShared() {
            List<Long> soFar = new ArrayList<>();

            LinkPreview preview = service.preview(
                    FIRST, SHOP, List.of(team("red", 1L, 2L, 3L), team("blue", 3L, 4L), team("green", 3L)), soFar::add);

            assertThat(preview.total()).isEqualTo(4);
            assertThat(preview.shared()).isEqualTo(1);
            assertThat(preview.parts()).extracting(LinkPreview.Part::count).containsExactly(3L, 2L, 1L);
            assertThat(preview.byType()).containsExactly(Map.entry("Task", 4L));
            assertThat(soFar).containsExactly(3L, 5L, 6L);
        }

        @Test
        void readsEveryPageAndLooksAtNoItemWhenThereAreTooMany() {
            organization.project("Shop", 3_500, 1, 1);
            organization.beforeItems = _ -> {
                throw new AssertionError("No item is to be read");
            };

            LinkPreview preview = service.preview(FIRST, SHOP, List.of(Element.WHOLE_PROJECT), _ -> {});

            assertThat(preview.total()).isEqualTo(3_500);
            assertThat(preview.byType()).isEmpty();
        }

        @Test
        void namesAnElementThatCannotBeReadAndCountsTheRest() {
            Element query = organization.element(ElementKind.QUERY, "q");
            organization.elements.put(query, () -> {
                throw FakeOrganization.refusal(new ProviderFailure.UnexpectedAnswer(Oddity.QUERY_REFUSED, 400));
            });

            LinkPreview preview = service.preview(
                    FIRST, SHOP, List.of(query, team("red", 1L), Element.of(ElementKind.AREA, "gone")), _ -> {});

            assertThat(preview.total()).isEqualTo(1);
            assertThat(preview.parts()).extracting(LinkPreview.Part::count).containsExactly(null, 1L, null);
            assertThat(preview.parts().get(2).failure())
                    .isEqualTo(new ProviderFailure.NotFound(ProviderFailure.NotFound.What.ELEMENT));
        }

        @Test
        void throwsWhatConcernsTheConnection() {
            Element red = team("red");
            organization.elements.put(red, () -> {
                throw FakeOrganization.refusal(new ProviderFailure.Throttled(null));
            });

            assertThatThrownBy(() -> service.preview(FIRST, SHOP, List.of(red), _ -> {}))
                    .isInstanceOf(ProviderException.class);
        }

        @Test
        void endsWhenInterruptedBetweenTwoQuestions() {
            try {
                assertThatThrownBy(() -> service.preview(
                                FIRST,
                                SHOP,
                                List.of(team("red", 1L), team("blue", 2L)),
                                _ -> Thread.currentThread().interrupt()))
                        .isInstanceOf(CancellationException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Nested
    class Linking {

        @Test
        void keepsWhatWasChosenUnderTodaysNames() {
            Element area = organization.element(ElementKind.AREA, "a1");
            Element alone = new Element(ElementKind.AREA, "a1", false);
            Element red = team("red");
            organization.names.put(area, "Checkout");
            organization.names.put(red, "Red\0team");
            ProjectId project = project("Mine");

            Link link = linked(service.link(new LinkDraft(
                    project, FIRST, SHOP, List.of(alone, red), false, Duration.ofHours(4), Set.of(), null)));

            Link stored = projects.links(project).getFirst();
            assertThat(stored).isEqualTo(link);
            assertThat(stored.elements())
                    .containsExactly(
                            new LinkedElement(alone, "Root\\Checkout", null), new LinkedElement(red, "Red team", null));
            assertThat(stored.assignedOnly()).isFalse();
            assertThat(stored.syncEvery()).isEqualTo(Duration.ofHours(4));
            assertThat(stored.remoteName()).isEqualTo("Shop");
            assertThat(told.of(ProjectLinked.class)).containsExactly(new ProjectLinked(link.id(), project, FIRST));
            verify(audit)
                    .record(
                            "project.linked",
                            "Shop " + project.value(),
                            AuditEvent.Outcome.SUCCESS,
                            "from fabrikam, parts: 2");
        }

        @Test
        void takesTheWholeProjectForAllElse() {
            Link link = linked(service.link(draft(project("Mine"), team("red"), Element.WHOLE_PROJECT)));

            assertThat(link.elements()).containsExactly(new LinkedElement(Element.WHOLE_PROJECT, "Shop", null));
        }

        @Test
        void keepsAPartChosenTwiceOnceWithWhatLiesBelow() {
            Element area = organization.element(ElementKind.AREA, "a1");

            Link link = linked(service.link(draft(project("Mine"), new Element(ElementKind.AREA, "a1", false), area)));

            assertThat(elements(link)).containsExactly(area);
        }

        @Test
        void followsAnElementThatWasRenamedAfterItWasChosen() {
            Element red = team("red");
            organization.names.put(red, "Before");
            service.choices(FIRST, SHOP, ElementKind.TEAM, null, null);
            organization.names.put(red, "After");

            assertThat(linked(service.link(draft(project("Mine"), red))).elements())
                    .extracting(LinkedElement::name)
                    .containsExactly("After");
        }

        @Test
        void refusesElementsThatAreGoneMeanwhile() {
            Element gone = Element.of(ElementKind.QUERY, "gone");
            ProjectId project = project("Mine");

            LinkResult.Refused refused = refused(service.link(draft(project, team("red"), gone)));

            assertThat(refused.elements()).containsOnlyKeys(gone);
            assertThat(refused.elements().get(gone)).contains("query was deleted");
            assertThat(projects.links(project)).isEmpty();
        }

        @Test
        void refusesNothingAndWhatIsGone() {
            ProjectId project = project("Mine");

            assertThat(refused(service.link(draft(project))).reason()).contains("Nothing is chosen");
            assertThat(refused(service.link(draft(new ProjectId(UUID.randomUUID()), Element.WHOLE_PROJECT)))
                            .reason())
                    .contains("project does not exist any more");
            assertThat(refused(service.link(new LinkDraft(
                                    project,
                                    FIRST,
                                    new RemoteProjectId("Gone"),
                                    List.of(Element.WHOLE_PROJECT),
                                    true,
                                    null,
                                    Set.of(),
                                    null)))
                            .reason())
                    .contains("does not exist in Azure DevOps any more");
        }

        @Test
        void refusesAConnectionDeletedBeforeOrWhileTheSourceIsAsked() {
            ProjectId project = project("Mine");
            Element red = team("red");
            organization.beforeElement = _ -> when(connections.find(FIRST)).thenReturn(Optional.empty());

            assertThat(refused(service.link(draft(project, red))).reason()).contains("deleted or taken away");
            assertThat(refused(service.link(draft(project, red))).reason()).contains("deleted or taken away");
            assertThat(projects.links(project)).isEmpty();
            assertThat(told.of(ProjectLinked.class)).isEmpty();
        }

        @Test
        void saysTheSameWhenTheDeletedConnectionRefusesToAnswer() {
            Element red = team("red");
            organization.beforeElement = _ -> {
                when(connections.find(FIRST)).thenReturn(Optional.empty());
                throw FakeOrganization.refusal(
                        new ProviderFailure.TokenRejected(ProviderFailure.TokenRejected.Rejection.NOT_ACCEPTED));
            };

            assertThat(refused(service.link(draft(project("Mine"), red))).reason())
                    .contains("deleted or taken away");
        }

        @Test
        void throwsWhatConcernsTheConnection() {
            organization.beforeElement = _ -> {
                throw FakeOrganization.refusal(new ProviderFailure.Throttled(null));
            };

            assertThatThrownBy(() -> service.link(draft(project("Mine"), team("red"))))
                    .isInstanceOf(ProviderException.class);
        }
    }

    @Nested
    class Overlaps {

        @Test
        void warnsOfTheSamePartInAnyProjectThroughAnyConnection() {
            Element red = team("red");
            organization.names.put(red, "Red team");
            ProjectId mine = project("Mine");
            ProjectId yours = project("Yours");
            Link first = linked(service.link(draft(mine, red, team("blue"))));
            LinkDraft again = new LinkDraft(yours, SECOND, SHOP, List.of(red), true, null, Set.of(), null);

            List<LinkOverlap> found = overlapping(service.link(again));

            assertThat(found)
                    .containsExactly(new LinkOverlap(red, "Red team", first.id(), mine, "Mine", false, "anna"));
            assertThat(service.overlaps(SECOND, SHOP, yours, List.of(red))).isEqualTo(found);
            assertThat(projects.links(yours)).isEmpty();
            linked(service.link(acknowledging(again, first.id())));
        }

        @Test
        void takesAPartForTheSameWithAndWithoutWhatLiesBelow() {
            organization.element(ElementKind.AREA, "a1");
            linked(service.link(draft(project("Mine"), new Element(ElementKind.AREA, "a1", false))));

            assertThat(overlapping(service.link(draft(project("Yours"), Element.of(ElementKind.AREA, "a1")))))
                    .hasSize(1);
        }

        @Test
        void comparesTheWholeWithPartsWithinOneProjectOnly() {
            ProjectId mine = project("Mine");
            ProjectId yours = project("Yours");
            Element red = team("red");
            Link whole = linked(service.link(draft(mine, Element.WHOLE_PROJECT)));

            assertThat(overlapping(service.link(draft(mine, red))))
                    .extracting(LinkOverlap::element, LinkOverlap::elementName, LinkOverlap::sameProject)
                    .containsExactly(tuple(Element.WHOLE_PROJECT, "Shop", true));
            linked(service.link(draft(yours, red)));
            assertThat(overlapping(service.link(draft(yours, Element.WHOLE_PROJECT))))
                    .extracting(LinkOverlap::element, LinkOverlap::project)
                    .containsExactlyInAnyOrder(tuple(Element.WHOLE_PROJECT, mine), tuple(red, yours));
            assertThat(overlapping(service.link(acknowledging(draft(yours, Element.WHOLE_PROJECT), whole.id()))))
                    .as("one of two is not acknowledged")
                    .hasSize(2);
        }

        @Test
        void forgetsCopiesAndOtherRemoteProjects() {
            Link first = linked(service.link(draft(project("Mine"), Element.WHOLE_PROJECT)));
            linked(service.link(new LinkDraft(
                    project("Bank"),
                    FIRST,
                    new RemoteProjectId("Bank"),
                    List.of(Element.WHOLE_PROJECT),
                    true,
                    null,
                    Set.of(),
                    null)));
            service.unlink(first.id(), UnlinkMode.KEEP_READ_ONLY);

            linked(service.link(draft(project("Yours"), Element.WHOLE_PROJECT)));
        }

        @Test
        void tellsTheSecondOfTwoAtOnceWhoWasFirst() throws Exception {
            ProjectId mine = project("Mine");
            ProjectId yours = project("Yours");
            Element red = team("red");
            CyclicBarrier together = new CyclicBarrier(2);
            organization.beforeElement = _ -> {
                try {
                    together.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            };
            List<Callable<LinkResult>> both =
                    List.of(() -> service.link(draft(mine, red)), () -> service.link(draft(yours, red)));
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<LinkResult> results = new ArrayList<>();
                for (var result : threads.invokeAll(both)) {
                    results.add(result.get());
                }
                assertThat(results)
                        .hasAtLeastOneElementOfType(LinkResult.Linked.class)
                        .hasAtLeastOneElementOfType(LinkResult.Overlapping.class);
            }
            assertThat(told.of(ProjectLinked.class)).hasSize(1);
        }
    }

    @Nested
    class Schedule {

        @Test
        void asksWhichDaysCountOnlyWhereTheProjectHasItsOwn() {
            ProjectId dated = project("Dated", LocalDate.of(2026, 1, 1));
            ProjectId bare = project("Bare");
            LinkDraft draft = draft(dated, team("red"));

            assertThat(service.link(draft))
                    .isEqualTo(
                            new LinkResult.ScheduleQuestion(projects.find(dated).orElseThrow()));
            assertThat(projects.links(dated)).isEmpty();
            linked(service.link(
                    new LinkDraft(dated, FIRST, SHOP, draft.elements(), true, null, Set.of(), ScheduleSource.OWN)));
            assertThat(projects.find(dated).orElseThrow().schedule()).isEqualTo(ScheduleSource.OWN);
            linked(service.link(draft(bare, team("blue"))));
            assertThat(projects.find(bare).orElseThrow().schedule()).isEqualTo(ScheduleSource.LINKED);
        }

        @Test
        void asksNoMoreOnceItComesFromTheLinkedSystem() {
            ProjectId dated = project("Dated", LocalDate.of(2026, 1, 1));
            linked(service.link(new LinkDraft(
                    dated, FIRST, SHOP, List.of(team("red")), true, null, Set.of(), ScheduleSource.LINKED)));

            linked(service.link(draft(dated, team("blue"))));

            assertThat(projects.find(dated).orElseThrow().schedule()).isEqualTo(ScheduleSource.LINKED);
        }

        @Test
        void comesFromTheLinkedSystemForMatchedProjectsOfAnImport() {
            ProjectId dated = project("Dated", LocalDate.of(2026, 1, 1));

            context.getBean(ImportService.class).start(FIRST, List.of(new ImportChoice(SHOP, "Shop", dated, "")));

            assertThat(projects.find(dated).orElseThrow().schedule()).isEqualTo(ScheduleSource.LINKED);
        }
    }

    @Nested
    class Changing {

        @Test
        void keepsNamesAndProblemsOfWhatStaysAndLooksUpWhatIsNew() {
            Element red = team("red");
            Element area = organization.element(ElementKind.AREA, "a1");
            Link link = linked(service.link(draft(project("Mine"), red, area)));
            context.getBean(JdbcClient.class)
                    .sql("UPDATE link_element SET problem = 'NOT_FOUND.ELEMENT' WHERE kind = 'AREA'")
                    .update();
            Element blue = team("blue");
            Element alone = new Element(ElementKind.AREA, "a1", false);

            Link changed = linked(
                    service.change(link.id(), new LinkChange(List.of(blue, alone), false, Duration.ZERO, Set.of())));

            assertThat(projects.links(link.project())).containsExactly(changed);
            assertThat(changed.elements())
                    .containsExactly(
                            new LinkedElement(blue, "blue", null),
                            new LinkedElement(alone, "Root\\a1", "NOT_FOUND.ELEMENT"));
            assertThat(changed.assignedOnly()).isFalse();
            assertThat(changed.syncEvery()).isEqualTo(Duration.ZERO);
            assertThat(told.of(LinkChanged.class)).containsExactly(new LinkChanged(link.id(), true));
        }

        @Test
        void changesSettingsWithoutTheNetworkAndWithoutTheConnection() {
            Element red = team("red");
            Element blue = team("blue");
            Link link = linked(service.link(draft(project("Mine"), red, blue)));
            int asked = organization.requests.get();
            when(connections.find(FIRST)).thenReturn(Optional.empty());

            Link changed = linked(service.change(
                    link.id(), new LinkChange(List.of(blue, red), false, Duration.ofMinutes(5), Set.of())));

            assertThat(changed.syncEvery()).isEqualTo(Duration.ofMinutes(5));
            assertThat(organization.requests.get()).isEqualTo(asked);
            assertThat(told.of(LinkChanged.class)).containsExactly(new LinkChanged(link.id(), false));
        }

        @Test
        void wantsTheConnectionForOtherElements() {
            Element red = team("red");
            Element blue = team("blue");
            Link link = linked(service.link(draft(project("Mine"), red, blue)));
            when(connections.find(FIRST)).thenReturn(Optional.empty());

            assertThat(refused(service.change(link.id(), covering(link, red))).reason())
                    .contains("deleted or taken away");
            assertThat(refused(service.change(link.id(), covering(link, red, team("green"))))
                            .reason())
                    .contains("deleted or taken away");
        }

        @Test
        void refusesWhatIsGone() {
            Element red = team("red");
            Link link = linked(service.link(draft(project("Mine"), red)));
            Element gone = Element.of(ElementKind.TEAM, "gone");

            assertThat(refused(service.change(link.id(), covering(link, red, gone)))
                            .elements())
                    .containsOnlyKeys(gone);
            assertThat(refused(service.change(link.id(), covering(link))).reason())
                    .contains("Nothing is chosen");
            service.unlink(link.id(), UnlinkMode.KEEP_READ_ONLY);
            assertThat(refused(service.change(link.id(), covering(link, red))).reason())
                    .contains("removed in the meantime");
            assertThat(refused(service.change(new LinkId(UUID.randomUUID()), covering(link, red)))
                            .reason())
                    .contains("removed in the meantime");
        }

        @Test
        void warnsOfNewElementsOnlyAndNeverOfItself() {
            Element red = team("red");
            Element blue = team("blue");
            Link other = linked(service.link(draft(project("Other"), red, blue)));
            Link link = linked(service.link(acknowledging(draft(project("Mine"), red), other.id())));

            assertThat(overlapping(service.change(link.id(), covering(link, red, blue))))
                    .extracting(LinkOverlap::element)
                    .containsExactly(blue);
            linked(service.change(link.id(), covering(link, red, team("green"))));
        }
    }

    @Nested
    class Unlinking {

        @Test
        void keepsACopyUnderAKeyOfItsOwn() {
            Link link = linked(service.link(draft(project("Mine"), team("red"))));

            assertThat(service.unlink(link.id(), UnlinkMode.KEEP_READ_ONLY)).isTrue();

            assertThat(projects.links(link.project()).getFirst().detached()).isNotNull();
            assertThat(told.of(LinkDetaching.class)).singleElement().satisfies(event -> {
                assertThat(event.link()).isEqualTo(link.id());
                assertThat(event.copy()).isNotEqualTo(FIRST);
            });
            assertThat(service.unlink(link.id(), UnlinkMode.REMOVE)).isFalse();
        }

        @Test
        void removesTheLinkButNeverTheProject() {
            Link imported = ((ImportResult.Started) context.getBean(ImportService.class)
                            .start(FIRST, List.of(new ImportChoice(SHOP, "Shop", null, "Imported"))))
                    .links()
                    .getFirst();

            assertThat(service.unlink(imported.id(), UnlinkMode.REMOVE)).isTrue();

            assertThat(projects.links(imported.project())).isEmpty();
            assertThat(projects.find(imported.project())).isPresent();
            assertThat(told.of(LinksErased.class)).containsExactly(new LinksErased(List.of(imported.id())));
            assertThat(service.unlink(imported.id(), UnlinkMode.REMOVE)).isFalse();
            verify(audit)
                    .record(
                            "project.unlinked",
                            "Shop " + imported.project().value(),
                            AuditEvent.Outcome.SUCCESS,
                            "REMOVE from fabrikam");
        }

        @Test
        void dropsACopyWhenTheSamePartIsLinkedAgain() {
            ProjectId mine = project("Mine");
            Element red = team("red");
            Element blue = team("blue");
            Link one = linked(service.link(draft(mine, red)));
            Link both = linked(service.link(acknowledging(draft(mine, red, blue), one.id())));
            service.unlink(one.id(), UnlinkMode.KEEP_READ_ONLY);
            service.unlink(both.id(), UnlinkMode.KEEP_READ_ONLY);

            Link again = linked(service.link(draft(mine, red)));

            assertThat(projects.links(mine))
                    .extracting(Link::id)
                    .as("the copy that has more stays")
                    .containsExactly(both.id(), again.id());
            Link whole = linked(service.link(acknowledging(draft(mine, Element.WHOLE_PROJECT), again.id())));
            assertThat(projects.links(mine)).extracting(Link::id).containsExactly(again.id(), whole.id());
        }
    }

    @Nested
    class Imports {

        private ImportStatus shop() {
            return context.getBean(ImportService.class).candidates(FIRST, _ -> {}).stream()
                    .filter(each -> each.remote().id().equals(SHOP))
                    .findFirst()
                    .orElseThrow()
                    .status();
        }

        @Test
        void aProjectOfWhichOnlyPartsAreLinkedIsStillNew() {
            Link part = linked(service.link(draft(project("Mine"), team("red"))));
            assertThat(shop()).isEqualTo(ImportStatus.NEW);

            linked(service.link(acknowledging(draft(part.project(), Element.WHOLE_PROJECT), part.id())));

            assertThat(shop()).isEqualTo(ImportStatus.ALREADY_LINKED);
        }
    }

    @Nested
    class ConnectionGoes {

        private void delete(DeletionMode mode) {
            context.getBean(TransactionTemplate.class)
                    .executeWithoutResult(_ -> context.publishEvent(new ConnectionDeleting(FIRST, mode)));
        }

        private int usage() {
            return context.getBeansOfType(ConnectionUsage.class).values().stream()
                    .mapToInt(one -> one.usage(List.of(FIRST))
                            .getOrDefault(FIRST, ConnectionUsage.Usage.NONE)
                            .projects())
                    .sum();
        }

        @Test
        void countsAndErasesCopiesOfEarlierUnlinkingToo() {
            Link kept = linked(service.link(draft(project("Mine"), team("red"))));
            Link other = linked(service.link(draft(project("Yours"), team("blue"))));
            service.unlink(kept.id(), UnlinkMode.KEEP_READ_ONLY);
            assertThat(usage()).isEqualTo(2);

            delete(DeletionMode.ERASE);

            assertThat(told.of(LinksErased.class).getLast().links()).containsExactlyInAnyOrder(kept.id(), other.id());
            assertThat(projects.links(kept.project())).isEmpty();
            assertThat(projects.find(kept.project())).as("made by hand").isPresent();
        }

        @Test
        void keepsCopies() {
            Link kept = linked(service.link(draft(project("Mine"), team("red"))));
            service.unlink(kept.id(), UnlinkMode.KEEP_READ_ONLY);
            Link before = projects.links(kept.project()).getFirst();

            delete(DeletionMode.KEEP_READ_ONLY);

            assertThat(projects.links(kept.project())).containsExactly(before);
        }
    }

    @Nested
    class Creating {

        @Test
        void createsAProjectWithDaysOfItsOwn() {
            Project made = ((CreateProjectResult.Created) projects.create(new ProjectDraft(
                            "  New   one ", " Why\0 ", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1))))
                    .project();

            assertThat(projects.find(made.id())).contains(made);
            assertThat(made.name()).isEqualTo("New one");
            assertThat(made.description()).isEqualTo("Why");
            assertThat(made.schedule()).isEqualTo(ScheduleSource.OWN);
            verify(audit).record("project.created", "New one " + made.id().value(), AuditEvent.Outcome.SUCCESS, null);
        }

        @Test
        void saysAtWhichFieldItObjects() {
            project("Taken");
            LocalDate day = LocalDate.of(2026, 1, 2);

            assertThat(field(new ProjectDraft(" ", "", null, null))).isEqualTo(CreateProjectResult.Field.NAME);
            assertThat(field(new ProjectDraft("tAKEN", "", null, null))).isEqualTo(CreateProjectResult.Field.NAME);
            assertThat(field(new ProjectDraft("A", "x".repeat(4_001), null, null)))
                    .isEqualTo(CreateProjectResult.Field.DESCRIPTION);
            assertThat(field(new ProjectDraft("A", "", LocalDate.MAX, null)))
                    .isEqualTo(CreateProjectResult.Field.START);
            assertThat(field(new ProjectDraft("A", "", day, day.minusDays(1))))
                    .isEqualTo(CreateProjectResult.Field.FINISH);
            assertThat(projects.create(new ProjectDraft("A", "x".repeat(4_000), day, day)))
                    .isInstanceOf(CreateProjectResult.Created.class);
        }

        private CreateProjectResult.Field field(ProjectDraft draft) {
            return ((CreateProjectResult.Refused) projects.create(draft)).field();
        }
    }
}
