package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.project.Link;
import tallyfold.project.LinkedElement;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;
import tallyfold.support.Databases;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.sync.SyncWarning;

/** Links that cover parts of a remote project. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class PartialLinkTest {

    /** Ends the writing thread between two transactions, as a kill does. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FakeOrganization organization = new FakeOrganization();
    private final Databases database;
    private final EngineWorld world;

    PartialLinkTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization).start();
    }

    @BeforeEach
    void fill() {
        organization.project("Shop", 100, 1, 1);
        organization.project("Bank", 10, 1_001, 1);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private Element team(String key, long from, long to) {
        return organization.element(
                ElementKind.TEAM, key, LongStream.rangeClosed(from, to).boxed().toArray(Long[]::new));
    }

    private Link linked(Element... elements) {
        return world.link(world.project("Mine"), "Shop", true, elements);
    }

    private void fail(Element element, ProviderFailure failure) {
        organization.elements.put(element, () -> {
            throw FakeOrganization.refusal(failure);
        });
    }

    private List<SyncWarning> warnings(Link link) {
        return world.get(SyncWarningRepository.class).of(world.latest(link).id());
    }

    private List<Long> marked(Link link) {
        return world.jdbc()
                .sql("SELECT remote_id FROM link_item WHERE link_id = ? AND removed_at IS NOT NULL ORDER BY remote_id")
                .param(link.id().value())
                .query((rs, _) -> rs.getLong(1))
                .list();
    }

    private void move(long id, String from, String to) {
        RemoteWorkItem item = Objects.requireNonNull(organization.items(from).remove(id));
        organization.put(to, FakeOrganization.item(to, id, item.rev() + 1, item.state(), item.title()));
    }

    @Nested
    class Loading {

        @Test
        void loadsWhatItsPartsCoverEachItemOnce() {
            Link link = linked(team("red", 1, 30), team("blue", 21, 50));

            world.work();

            assertThat(world.shown(link.id()).keySet())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 50).boxed().toList());
            assertThat(world.latest(link).expected()).isEqualTo(50);
            assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
            assertThat(world.count("work_item")).isEqualTo(50);
        }

        @Test
        void followsTheNamesOfItsPartsAndOfTheProject() {
            Element area = organization.element(ElementKind.AREA, "a1", 1L);
            Link link = linked(area);
            Link whole = world.link("Bank");
            organization.names.put(area, "Renamed");
            database.jdbc()
                    .sql("UPDATE link_element SET name = 'Old' WHERE kind = 'PROJECT'")
                    .update();

            world.work();

            assertThat(world.stored(link).elements()).containsExactly(new LinkedElement(area, "Root\\Renamed", null));
            assertThat(world.stored(whole).elements())
                    .extracting(LinkedElement::name)
                    .containsExactly("Bank");
        }

        @Test
        void goesOnBehindTheCheckpointUnlessItCoversSomethingElseByNow() {
            organization.project("Shop", 4_000, 1, 1);
            Element red = team("red", 2_000, 4_000);
            Link link = linked(red);
            killAfterSomePages(link);
            int stored = world.latest(link).read();
            assertThat(stored).isPositive().isLessThan(2_000);
            Element blue = team("blue", 1, 100);

            world.cover(link, red, blue);
            world.work();

            assertThat(world.shown(link.id()))
                    .containsKeys(1L, 100L, 2_000L, 4_000L)
                    .hasSize(2_101);
        }

        /** As soon as the first pages are stored: how many come at once is a matter of speed. */
        private void killAfterSomePages(Link link) {
            organization.onCost = () -> {
                if (world.latest(link).read() > 0) {
                    throw new Killed();
                }
            };
            assertThat(catchThrowable(world::work)).isInstanceOf(Killed.class);
            organization.onCost = () -> {};
        }

        @Test
        void isReadAnewWhenItsPartsChangeAndNotForOtherSettings() {
            Element red = team("red", 1, 10);
            Link link = linked(red);
            world.work();

            world.cover(link, red);
            assertThat(world.get(SyncRunRepository.class).unfinished()).isEmpty();
            world.cover(link, red, team("blue", 11, 20));

            assertThat(world.get(SyncRunRepository.class).unfinished())
                    .extracting(SyncRun::link, SyncRun::trigger)
                    .containsExactly(tuple(link.id(), SyncTrigger.MANUAL));
            world.work();
            assertThat(world.shown(link.id())).hasSize(20);
        }
    }

    @Nested
    class Leaving {

        @Test
        void showsNoLongerWhatLeftTheSelectionHoweverMuchItIs() {
            Element red = team("red", 1, 10);
            Element blue = team("blue", 11, 50);
            Link link = linked(red, blue);
            world.work();

            world.cover(link, red);
            world.work();

            assertThat(world.shown(link.id())).hasSize(10);
            assertThat(marked(link)).isEmpty();
            assertThat(world.latest(link).removed()).isEqualTo(40);
            assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
            assertThat(world.count("work_item")).isEqualTo(10);
            assertThat(world.count("link_item")).isEqualTo(10);
        }

        @Test
        void leavesWhatAnotherLinkShowsAlone() {
            Element red = team("red", 1, 10);
            Link link = linked(red);
            Link other = world.link(world.project("Other"), "Shop", true, red, team("blue", 11, 12));
            world.work();

            team("red", 1, 9);
            world.sync(link);

            assertThat(world.shown(link.id())).hasSize(9);
            assertThat(world.shown(other.id())).hasSize(12);
        }

        @Test
        void bringsBackWhatReturnsToTheSelection() {
            Element red = team("red", 1, 10);
            Link link = linked(red);
            world.work();
            team("red", 1, 9);
            world.sync(link);
            team("red", 1, 10);

            world.sync(link);

            assertThat(world.latest(link).added()).isEqualTo(1);
            assertThat(world.shown(link.id())).hasSize(10);
        }

        @Test
        void marksWhatMovedToAnotherProjectEvenWhenThatIsMuch() {
            Link link = linked(team("red", 1, 10));
            Link whole = world.link("Shop");
            world.work();
            for (long id = 1; id <= 6; id++) {
                move(id, "Shop", "Bank");
            }
            team("red", 7, 10);

            world.sync(link);
            world.sync(whole);

            assertThat(marked(link)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(marked(whole)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(world.latest(link).removed()).isEqualTo(6);
            assertThat(world.shown(link.id())).hasSize(4);
        }

        @Test
        void bringsBackWhatMovedBack() {
            Link link = world.link("Shop");
            world.work();
            move(5, "Shop", "Bank");
            world.sync(link);
            assertThat(marked(link)).containsExactly(5L);
            move(5, "Bank", "Shop");

            world.sync(link);

            assertThat(marked(link)).isEmpty();
            assertThat(world.shown(link.id())).isEqualTo(world.truth("Shop"));
        }

        @Test
        void marksWhatVanishedButNotMoreThanAFifth() {
            Element red = team("red", 1, 10);
            Link link = linked(red);
            world.work();
            for (long id = 1; id <= 2; id++) {
                organization.items("Shop").remove(id);
            }
            team("red", 3, 10);
            world.sync(link);
            assertThat(marked(link)).containsExactly(1L, 2L);

            for (long id = 3; id <= 6; id++) {
                organization.items("Shop").remove(id);
            }
            team("red", 7, 9);
            world.sync(link);

            assertThat(marked(link)).containsExactly(1L, 2L);
            assertThat(world.shown(link.id()).keySet())
                    .as("10 left, which is certain")
                    .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
            assertThat(warnings(link)).containsExactly(new SyncWarning(null, "REMOVAL_REFUSED", "4 of 8"));
            assertThat(world.latest(link).removed()).isEqualTo(1);
        }

        @Test
        void keepsWhatIsThereButCannotBeRead() {
            Link link = linked(team("red", 1, 10));
            world.work();
            team("red", 1, 9);
            organization.beforeItems = ids -> {
                if (ids.contains(10L)) {
                    throw FakeOrganization.refusal(new ProviderFailure.UnexpectedAnswer(Oddity.MALFORMED, 200));
                }
            };

            world.sync(link);

            assertThat(world.shown(link.id())).hasSize(10);
            assertThat(marked(link)).isEmpty();
        }

        @Test
        void changesNothingWhenTheSourceFailsWhileItIsAskedForWhatIsGone() {
            Link link = linked(team("red", 1, 10));
            world.work();
            team("red", 1, 9);
            organization.beforeItems = ids -> {
                if (ids.contains(10L)) {
                    throw FakeOrganization.refusal(new ProviderFailure.Throttled(null));
                }
            };

            world.sync(link);

            assertThat(world.latest(link).failureCode()).isEqualTo("THROTTLED");
            assertThat(world.shown(link.id())).hasSize(10);
        }
    }

    @Nested
    class Unreadable {

        @Test
        void keepsEverythingWhenOnePartCannotBeReadAndSaysWhich() {
            Element red = team("red", 1, 10);
            Element query = organization.element(ElementKind.QUERY, "q", 11L, 12L);
            Link link = linked(red, query);
            world.work();
            Supplier<java.util.SortedSet<Long>> before = Objects.requireNonNull(organization.elements.get(query));
            fail(query, new ProviderFailure.UnexpectedAnswer(Oddity.QUERY_REFUSED, 400));
            team("red", 2, 10);

            world.sync(link);

            assertThat(world.shown(link.id())).hasSize(12);
            assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.FINISHED_WITH_WARNINGS);
            assertThat(warnings(link))
                    .containsExactly(new SyncWarning(null, "ELEMENT_UNREADABLE", "UNEXPECTED_ANSWER.QUERY_REFUSED"));
            assertThat(world.stored(link).elements())
                    .extracting(LinkedElement::problem)
                    .containsExactly(null, "UNEXPECTED_ANSWER.QUERY_REFUSED");

            organization.elements.put(query, before);
            world.sync(link);

            assertThat(world.stored(link).elements())
                    .extracting(LinkedElement::problem)
                    .containsExactly(null, null);
            assertThat(world.shown(link.id())).as("1 leaves now").hasSize(11);
        }

        @Test
        void keepsTheNameOfAPartThatIsGone() {
            Element red = team("red", 1, 10);
            Element blue = team("blue", 11, 12);
            organization.names.put(blue, "Blue team");
            Link link = linked(red, blue);
            world.work();
            organization.elements.remove(blue);

            world.sync(link);

            assertThat(world.stored(link).elements())
                    .contains(new LinkedElement(blue, "Blue team", "NOT_FOUND.ELEMENT"));
            assertThat(world.shown(link.id())).hasSize(12);
        }

        @Test
        void failsWhenNoPartAtAllCanBeRead() {
            Element red = team("red", 1, 10);
            Element blue = team("blue", 11, 12);
            Link link = linked(red, blue);
            world.work();
            fail(red, new ProviderFailure.NotFound(ProviderFailure.NotFound.What.ELEMENT));
            fail(blue, new ProviderFailure.UnexpectedAnswer(Oddity.TOO_MANY_RESULTS, 400));

            world.sync(link);

            assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.FAILED);
            assertThat(world.latest(link).failureCode()).isEqualTo("NOT_FOUND.ELEMENT");
            assertThat(world.stored(link).elements())
                    .extracting(LinkedElement::problem)
                    .containsExactly("NOT_FOUND.ELEMENT", "UNEXPECTED_ANSWER.TOO_MANY_RESULTS");
            assertThat(world.shown(link.id())).hasSize(12);
        }

        @Test
        void failsForWhatConcernsMoreThanOnePart() {
            Element red = team("red", 1, 10);
            Link link = linked(red, team("blue", 11, 12));
            fail(red, new ProviderFailure.NotFound(ProviderFailure.NotFound.What.PROJECT));

            world.work();

            assertThat(world.latest(link).failureCode()).isEqualTo("NOT_FOUND.PROJECT");
        }
    }

    @Nested
    class ForeignStates {

        private void foreign(long id, String state) {
            organization.put("Bank", FakeOrganization.item("Bank", id, 9, state, "Foreign"));
        }

        private List<String> states(boolean own) {
            return database.jdbc()
                    .sql("SELECT name FROM work_item_state WHERE own = ? ORDER BY name")
                    .param(own)
                    .query((rs, _) -> rs.getString(1))
                    .list();
        }

        private String category(long id) {
            return database.jdbc()
                    .sql("SELECT state_category FROM work_item WHERE remote_id = ?")
                    .param(id)
                    .query((rs, _) -> rs.getString(1))
                    .single();
        }

        @Test
        void learnsTheStatesOfAnotherProjectOnceAndNeverOverItsOwn() {
            organization.foreignStates.put(
                    "Bank", Map.of("Audited", StateCategory.COMPLETED, "New", StateCategory.REMOVED));
            foreign(1_001, "Audited");
            foreign(1_002, "Audited");
            foreign(1_003, "Nowhere");
            Link link = linked(organization.element(ElementKind.QUERY, "q", 1L, 1_001L, 1_002L, 1_003L));

            world.work();

            assertThat(category(1_001)).isEqualTo("COMPLETED");
            assertThat(category(1)).isEqualTo("PROPOSED");
            assertThat(warnings(link)).containsExactly(new SyncWarning(1_003L, "STATE_UNKNOWN", ""));
            assertThat(organization.typesAskedFor).containsExactly("Bank");
            assertThat(organization.structures.get())
                    .as("the own one is not read again")
                    .isEqualTo(1);
            assertThat(states(false)).containsExactly("Audited");
            assertThat(states(true)).containsExactly("Done", "New");
        }

        @Test
        void keepsThemWhenItsOwnChange() {
            organization.foreignStates.put("Bank", Map.of("Audited", StateCategory.COMPLETED));
            foreign(1_001, "Audited");
            Link link = linked(organization.element(ElementKind.QUERY, "q", 1L, 1_001L));
            world.work();
            organization.states.put("Ready", "RESOLVED");
            organization.items("Bank").clear();
            organization.element(ElementKind.QUERY, "q", 1L);

            world.sync(link);

            assertThat(states(false)).containsExactly("Audited");
            assertThat(states(true)).containsExactly("Done", "New", "Ready");

            organization.states.put("Audited", "RESOLVED");
            world.sync(link);

            assertThat(states(false)).as("its own has the last word").isEmpty();
        }

        @Test
        void namesAStateOfAProjectThatCannotBeSeen() {
            foreign(1_001, "Audited");
            Link link = linked(organization.element(ElementKind.QUERY, "q", 1_001L));

            world.work();

            assertThat(warnings(link)).containsExactly(new SyncWarning(1_001L, "STATE_UNKNOWN", ""));
            assertThat(organization.typesAskedFor).containsExactly("Bank");
        }
    }

    @Nested
    class People {

        private List<String> members() {
            return database.jdbc()
                    .sql("SELECT team_key || ' ' || person_key || ' ' || CASE WHEN active THEN 'on' ELSE 'off' END"
                            + " FROM team_member ORDER BY 1")
                    .query((rs, _) -> rs.getString(1))
                    .list();
        }

        private static RemotePerson person(String key, boolean active) {
            return new RemotePerson(key, key, null, active);
        }

        @BeforeEach
        void fillTeams() {
            organization.teams.clear();
            List.of("red", "blue", "gone").forEach(team -> organization.teams.add(FakeOrganization.team(team)));
            organization.members.put("red", List.of(person("ann", true), person("ben", false)));
            organization.members.put("blue", List.of(person("cy", true)));
        }

        @Test
        void asksForNobodyWhenAssignmentsSayWho() {
            int before = organization.requests.get();
            linked(team("red", 1, 2));
            world.work();

            assertThat(members()).isEmpty();
            assertThat(organization.requests.get() - before)
                    .as("two look-ups, three for where the feed ends, structure, name, ids, items")
                    .isEqualTo(9);
        }

        @Test
        void readsThePeopleOfTheLinkedTeamsWhenOnlyTeamsAreLinked() {
            world.link(world.project("Mine"), "Shop", false, team("red", 1, 2));
            world.work();

            assertThat(members()).containsExactly("red ann on", "red ben off");
        }

        @Test
        void readsThePeopleOfAllTeamsOtherwiseAndPassesOverAGoneOne() {
            Element area = organization.element(ElementKind.AREA, "a", 1L);
            Link link = world.link(world.project("Mine"), "Shop", false, team("red", 1, 2), area);
            world.work();

            assertThat(members()).containsExactly("blue cy on", "red ann on", "red ben off");
            assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        }

        @Test
        void forgetsThemWhenTheyAreNotWantedAnyMore() {
            Element red = team("red", 1, 2);
            Link link = world.link(world.project("Mine"), "Shop", false, red);
            world.work();
            database.jdbc().sql("UPDATE link SET assigned_only = TRUE").update();

            world.sync(link);

            assertThat(members()).isEmpty();
        }

        @Test
        void keepsWhetherAnAssigneeIsStillThere() {
            RemoteWorkItem item = FakeOrganization.item("Shop", 1, 5, "New", "One");
            organization.put("Shop", withAssignee(item, person("ann", false)));
            Link link = linked(team("red", 1, 2));
            world.work();
            assertThat(active(1)).isFalse();
            assertThat(active(2)).isTrue();
            organization.put("Shop", withAssignee(item, person("ann", true)));

            world.sync(link);

            assertThat(active(1)).as("told apart without a new revision").isTrue();
            assertThat(warnings(link)).isEmpty();
        }

        private boolean active(long id) {
            return database.jdbc()
                    .sql("SELECT assignee_active FROM work_item WHERE remote_id = ?")
                    .param(id)
                    .query((rs, _) -> rs.getBoolean(1))
                    .single();
        }

        private static RemoteWorkItem withAssignee(RemoteWorkItem item, RemotePerson person) {
            return new RemoteWorkItem(
                    item.id(),
                    item.rev(),
                    item.projectName(),
                    item.type(),
                    item.title(),
                    item.state(),
                    person,
                    item.areaPath(),
                    item.iterationPath(),
                    item.parentId(),
                    item.rank(),
                    item.priority(),
                    item.effort(),
                    item.originalEstimate(),
                    item.remainingWork(),
                    item.completedWork(),
                    item.startDate(),
                    item.targetDate(),
                    item.dueDate(),
                    item.tags(),
                    item.created(),
                    item.changed(),
                    item.activated(),
                    item.resolved(),
                    item.closed(),
                    item.stateChanged(),
                    item.webAddress(),
                    item.more(),
                    item.warnings());
        }
    }
}
