package tallyfold.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import simulator.azuredevops.Fields;
import simulator.azuredevops.SimNode;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimQuery;
import simulator.azuredevops.SimTeam;
import simulator.azuredevops.SystemProcesses;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemotePage;

/** What is offered to choose from: one question a branch, and nothing read that is not shown. */
class ElementChoicesTest extends ElementCase {

    private List<ElementChoice> branch(ElementKind kind, @Nullable String parent) {
        RemotePage<ElementChoice> page = session.choices(project, kind, parent, null);
        assertThat(page.continuation()).isNull();
        return page.items();
    }

    private List<ElementChoice> find(ElementKind kind, String text) {
        return session.find(project, kind, text, 50);
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementKind.class,
            names = {"PROJECT", "WORK_ITEM"})
    void doesNotListWhatIsOneOrTooMany(ElementKind kind) {
        assertThatThrownBy(() -> session.choices(project, kind, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhatAnElementIsCalledNow() {
        long item = item("Title", Map.of(Fields.STATE, "Active"));
        assertThat(session.element(project, Element.WHOLE_PROJECT).name()).isEqualTo("Apollo");
        ElementChoice found = session.element(project, Element.of(ElementKind.WORK_ITEM, Long.toString(item)));
        assertThat(found.name()).isEqualTo("Title");
        assertThat(found.type()).isEqualTo("User Story");
        assertThat(found.state()).isEqualTo("Active");
        SimTeam team = acme.addTeam(apollo.id(), "Crew");
        acme.renameTeam(team, "New crew");
        assertThat(session.element(
                                project, Element.of(ElementKind.TEAM, team.id().toString()))
                        .name())
                .isEqualTo("New crew");
        SimNode sprint = acme.addIteration(
                apollo.iterationRoot(), "Sprint", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 13));
        ElementChoice iteration = session.element(project, node(sprint, true));
        assertThat(iteration.path()).isEqualTo("Apollo\\Sprint");
        assertThat(iteration.start()).isEqualTo("2026-03-02");
        assertThat(iteration.finish()).isEqualTo("2026-03-13");
        assertThat(iteration.expandable()).isFalse();
    }

    @Nested
    class Nodes {

        @Test
        void opensATreeOfFiveThousandAreasWithOneQuestionABranch() {
            for (int number = 0; number < 50; number++) {
                SimNode branch = acme.addArea(apollo.areaRoot(), "Branch " + number);
                for (int leaf = 0; leaf < 99; leaf++) {
                    acme.addArea(branch, "Leaf " + leaf);
                }
            }
            branch(ElementKind.AREA, null);
            simulator.requests().clear();
            simulator.faults().onAny().delay(Duration.ofMillis(50));
            Instant before = Instant.now();
            List<ElementChoice> top = branch(ElementKind.AREA, null);
            assertThat(simulator.requests().count()).isEqualTo(1);
            List<ElementChoice> below = branch(ElementKind.AREA, top.get(7).key());
            assertThat(simulator.requests().count()).isEqualTo(2);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
            assertThat(top).hasSize(51);
            assertThat(below)
                    .hasSize(99)
                    .noneMatch(ElementChoice::expandable)
                    .allMatch(leaf -> leaf.path().startsWith(top.get(7).path() + "\\"));
        }

        @Test
        void offersTheRootFirst() {
            SimNode web = acme.addArea(apollo.areaRoot(), "Web");
            SimNode forms = acme.addArea(web, "Forms");
            List<ElementChoice> top = branch(ElementKind.AREA, null);
            assertThat(top).extracting(ElementChoice::path).containsExactly("Apollo", "Apollo\\Web");
            assertThat(top).extracting(ElementChoice::selectable).containsOnly(true);
            assertThat(top).extracting(ElementChoice::expandable).containsExactly(false, true);
            assertThat(branch(ElementKind.AREA, Integer.toString(web.id())))
                    .singleElement()
                    .satisfies(choice -> {
                        assertThat(choice.element(false)).isEqualTo(node(forms, false));
                        assertThat(choice.path()).isEqualTo("Apollo\\Web\\Forms");
                    });
        }

        @Test
        void readsBranchesDeeperThanOneAnswer() {
            SimNode node = apollo.areaRoot();
            for (int level = 1; level <= 30; level++) {
                node = acme.addArea(node, "Level " + level);
            }
            assertThat(find(ElementKind.AREA, "level 30"))
                    .singleElement()
                    .satisfies(choice -> assertThat(choice.path()).endsWith("\\Level 29\\Level 30"));
            assertThat(session.structure(project).areas()).hasSize(31);
        }

        @ParameterizedTest
        @ValueSource(strings = {"o'brien", "100%", "\uD83D\uDE80", "\u05E9\u05DC", "ÄRGER", "[x]"})
        void findsByAPartOfTheNameWhateverItsCase(String text) {
            for (String name : List.of(
                    "O'Brien's", "100% done", "Rocket \uD83D\uDE80", "\u05E9\u05DC\u05D5\u05DD", "ärger", "a [X] b")) {
                acme.addIteration(apollo.iterationRoot(), name, null, null);
            }
            assertThat(find(ElementKind.ITERATION, text)).hasSize(1);
        }
    }

    @Nested
    class Teams {

        @Test
        void givesPagesAndFindsByName() {
            for (int number = 0; number < 230; number++) {
                acme.addTeam(apollo.id(), "Team " + number);
            }
            List<ElementChoice> all = new ArrayList<>();
            String continuation = null;
            do {
                RemotePage<ElementChoice> page = session.choices(project, ElementKind.TEAM, null, continuation);
                all.addAll(page.items());
                continuation = page.continuation();
            } while (continuation != null);
            assertThat(simulator.requests().count("/teams")).isEqualTo(3);
            assertThat(all).hasSize(231).doesNotHaveDuplicates();
            assertThat(find(ElementKind.TEAM, "tEAM 22")).hasSize(11);
            assertThat(session.find(project, ElementKind.TEAM, "team", 7)).hasSize(7);
        }

        @Test
        void noticesAPageThatComesAgain() {
            for (int number = 0; number < 110; number++) {
                acme.addTeam(apollo.id(), "Team " + number);
            }
            RemotePage<ElementChoice> first = session.choices(project, ElementKind.TEAM, null, null);
            String again =
                    java.util.Objects.requireNonNull(first.continuation()).replaceFirst("^100", "0");
            assertFailure(() -> session.choices(project, ElementKind.TEAM, null, again))
                    .isEqualTo("UNEXPECTED_ANSWER.REPEATED_PAGE");
        }
    }

    @Nested
    class Queries {

        @Test
        void offersWhatIsSharedFolderByFolder() {
            SimQuery shared = apollo.sharedQueries();
            SimQuery folder = acme.addQueryFolder(shared, "A/B");
            SimQuery empty = acme.addQueryFolder(shared, "Empty");
            SimQuery lookalike =
                    acme.addQuery(acme.addQueryFolder(shared, "A"), "B", "SELECT [System.Id] FROM WorkItems");
            SimQuery inside = acme.addQuery(folder, "Inside", "SELECT [System.Id] FROM WorkItems");
            simulator.requests().clear();
            List<ElementChoice> top = branch(ElementKind.QUERY, null);
            assertThat(simulator.requests().count()).isEqualTo(1);
            assertThat(top)
                    .extracting(ElementChoice::key)
                    .contains(folder.id().toString(), empty.id().toString())
                    .doesNotContain(inside.id().toString());
            assertThat(top).allMatch(choice -> !choice.selectable());
            assertThat(top).filteredOn(choice -> choice.name().equals("Empty")).noneMatch(ElementChoice::expandable);
            assertThat(branch(ElementKind.QUERY, folder.id().toString()))
                    .singleElement()
                    .satisfies(choice -> {
                        assertThat(choice.key()).isEqualTo(inside.id().toString());
                        assertThat(choice.selectable()).isTrue();
                        assertThat(choice.path()).isEqualTo("Shared Queries/A/B/Inside");
                    });
            assertThat(simulator.requests().count()).isEqualTo(2);
            assertThat(find(ElementKind.QUERY, "b"))
                    .extracting(ElementChoice::key)
                    .containsExactly(lookalike.id().toString());
        }

        @Test
        void saysThatAFolderIsGone() {
            SimQuery folder = acme.addQueryFolder(apollo.sharedQueries(), "Folder");
            acme.deleteQuery(folder);
            assertFailure(() -> branch(ElementKind.QUERY, folder.id().toString()))
                    .isEqualTo("NOT_FOUND.ELEMENT");
        }

        @Test
        void neverOffersWhatIsNotShared() {
            SimQuery query = acme.addQuery(apollo.sharedQueries(), "Mine", "SELECT [System.Id] FROM WorkItems");
            simulator.faults().on("wit/queries").replace("\"isPublic\":true", "\"isPublic\":false");
            assertThat(branch(ElementKind.QUERY, null)).isEmpty();
            assertThat(find(ElementKind.QUERY, "Mine")).isEmpty();
            assertFailure(() -> session.element(
                            project, Element.of(ElementKind.QUERY, query.id().toString())))
                    .isEqualTo("NOT_FOUND.ELEMENT");
        }
    }

    @Nested
    class WorkItems {

        @Test
        void findsByNumberAndByTitleTheNewestFirst() {
            long old = item("Printer 12", Map.of());
            SimProject other = acme.addProject("Other", SystemProcesses.AGILE);
            acme.createItem(other.id(), "Bug", Map.of(Fields.TITLE, "A printer elsewhere"));
            long fresh = item(
                    "Another PRINTER", Map.of(Fields.CHANGED_DATE, Instant.now().plusSeconds(60)));
            simulator.requests().clear();
            assertThat(find(ElementKind.WORK_ITEM, "printer"))
                    .extracting(ElementChoice::key)
                    .containsExactly(Long.toString(fresh), Long.toString(old));
            assertThat(simulator.requests().count()).isEqualTo(2);
            assertThat(find(ElementKind.WORK_ITEM, " #" + old + " "))
                    .extracting(ElementChoice::name)
                    .containsExactly("Printer 12");
            assertThat(session.find(project, ElementKind.WORK_ITEM, "printer", 1))
                    .hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "it's",
                    "''",
                    "100%",
                    "a\\b",
                    "] OR [System.Id] > 0",
                    "\uD83D\uDE80",
                    "\u05E9\u05DC\u05D5\u05DD",
                    "99999999999999999999"
                })
        void findsAnyTextAsItStands(String text) {
            item("Something else", Map.of());
            long item = item("Before " + text + " after", Map.of());
            assertThat(find(ElementKind.WORK_ITEM, text))
                    .extracting(ElementChoice::key)
                    .containsExactly(Long.toString(item));
        }

        @Test
        void asksNothingForATextLongerThanAnyTitle() {
            simulator.requests().clear();
            assertThat(find(ElementKind.WORK_ITEM, "x".repeat(40_000))).isEmpty();
            assertThat(simulator.requests().count()).isZero();
        }
    }
}
