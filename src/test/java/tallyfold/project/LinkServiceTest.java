package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import tallyfold.audit.AuditEvent;
import tallyfold.connection.ConnectionId;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.support.Databases;
import tallyfold.sync.internal.FakeOrganization;

/** Choosing, previewing and linking. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LinkServiceTest extends LinkingTest {

    LinkServiceTest(Databases.Kind kind) {
        super(kind);
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
                    project,
                    FIRST,
                    SHOP,
                    List.of(alone, red),
                    false,
                    Rhythm.every(Duration.ofHours(4)),
                    Set.of(),
                    null)));

            Link stored = projects.links(project).getFirst();
            assertThat(stored).isEqualTo(link);
            assertThat(stored.elements())
                    .containsExactly(
                            new LinkedElement(alone, "Root\\Checkout", null), new LinkedElement(red, "Red team", null));
            assertThat(stored.assignedOnly()).isFalse();
            assertThat(stored.rhythm()).isEqualTo(Rhythm.every(Duration.ofHours(4)));
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
}
