package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProjectId;
import tallyfold.support.Databases;

/** What a new link has to do with those that are there. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class LinkOverlapTest extends LinkingTest {

    LinkOverlapTest(Databases.Kind kind) {
        super(kind);
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

            context.getBean(ImportService.class).start(FIRST, List.of(new ImportChoice(SHOP, "Shop", dated, "")), null);

            assertThat(projects.find(dated).orElseThrow().schedule()).isEqualTo(ScheduleSource.LINKED);
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
}
