package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.project.Link;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;
import tallyfold.sync.SyncWarning;
import tallyfold.workitem.StateChange;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemReadings;

/** What links show after their items changed, and what it takes to see that. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class FollowingTest {

    private final FakeOrganization organization = new FakeOrganization();
    private final MutableClock clock = new MutableClock();
    private final Databases database;
    private final EngineWorld world;

    FollowingTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new EngineWorld(database, organization, clock).start();
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private Link loaded(String name, int items, long from) {
        organization.project(name, items, from, 1);
        Link link = world.link(name);
        world.work();
        return link;
    }

    /** An item as it is, of the next revision. */
    private ItemCopy next(String project, long id) {
        RemoteWorkItem item = world.remote(project, id);
        return FakeOrganization.copy(item, item.rev() + 1);
    }

    private void follow(Link... links) {
        clock.advance(Duration.ofSeconds(1));
        world.follow(links);
    }

    /** Follows and says how many questions it took. */
    private int cost(Link... links) {
        int before = organization.requests.get();
        follow(links);
        return organization.requests.get() - before;
    }

    private void assertEqual(Link link, String project) {
        assertThat(world.latest(link).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
        assertThat(world.differences(link, project)).isEmpty();
    }

    /** 0 without one. */
    private long parent(long id) {
        return database.jdbc()
                .sql("SELECT COALESCE(parent_id, 0) FROM work_item WHERE remote_id = ?")
                .param(id)
                .query((rs, _) -> rs.getLong(1))
                .single();
    }

    private String text(String column, long id) {
        return database.jdbc()
                .sql("SELECT " + column + " FROM work_item WHERE remote_id = ?")
                .param(id)
                .query((rs, _) -> rs.getString(1))
                .single();
    }

    @Nested
    class WholeProjects {

        @Test
        void costTwoQuestionsWhenNothingChangedHoweverManyThereAre() {
            IntStream.range(0, 30).forEach(i -> organization.project("P" + i, 10, 1 + i * 10L, 1));
            Link[] links =
                    IntStream.range(0, 30).mapToObj(i -> world.link("P" + i)).toArray(Link[]::new);
            world.work();
            int structures = organization.structures.get();

            assertThat(cost(links)).isEqualTo(2);

            assertThat(organization.structures.get()).isEqualTo(structures);
            List<SyncRun> runs =
                    List.of(links).stream().map(link -> world.latest(link)).toList();
            assertThat(runs)
                    .allMatch(run -> run.status() == SyncRunStatus.SUCCEEDED
                            && run.trigger() == SyncTrigger.SCHEDULE
                            && run.read() == 0
                            && run.started() != null
                            && run.finished() != null);
            assertThat(runs.stream().mapToInt(SyncRun::requests).sum()).isEqualTo(2);
        }

        @Test
        void takeWhatChangedAndNothingElse() {
            Link shop = loaded("Shop", 300, 1);
            Link bank = loaded("Bank", 50, 1_000);
            follow(shop, bank);
            for (long id = 10; id < 30; id++) {
                organization.put("Shop", FakeOrganization.item("Shop", id, 50, "Done", "Changed"));
                organization.put("Shop", FakeOrganization.item("Shop", id, 51, "Done", "Changed again"));
            }

            assertThat(cost(shop, bank)).isEqualTo(2);

            assertEqual(shop, "Shop");
            assertThat(world.latest(shop).changed()).isEqualTo(20);
            assertThat(world.latest(shop).read()).isEqualTo(20);
            assertThat(world.latest(shop).expected()).isEqualTo(20);
            assertThat(world.latest(shop).added()).isZero();
            assertThat(world.latest(bank).changed()).isZero();
            assertThat(text("title", 12)).isEqualTo("Changed again");
        }

        @Test
        void readPageAfterPageOfALongFeed() {
            Link shop = loaded("Shop", 300, 1);
            organization.feed.pageSize = 7;
            for (long id = 1; id <= 70; id++) {
                organization.put("Shop", FakeOrganization.item("Shop", id, 60, "Done", "Changed"));
            }

            assertThat(cost(shop)).isEqualTo(1 + 10);

            assertEqual(shop, "Shop");
            assertThat(world.latest(shop).changed()).isEqualTo(70);
        }

        @Test
        void showNewItems() {
            Link shop = loaded("Shop", 10, 1);
            organization.put("Shop", FakeOrganization.item("Shop", 11, 1, "New", "Eleven"));

            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(world.latest(shop).added()).isEqualTo(1);
            assertThat(world.latest(shop).changed()).isZero();
        }

        @Test
        void letItemsMoveBetweenThemAndAwayAndBack() {
            Link shop = loaded("Shop", 10, 1);
            Link bank = loaded("Bank", 10, 100);
            organization.project("Attic", 0, 1, 1);

            organization.move(3, "Shop", "Bank");
            follow(shop, bank);
            assertEqual(shop, "Shop");
            assertEqual(bank, "Bank");
            assertThat(world.latest(shop).removed()).isEqualTo(1);
            assertThat(world.latest(bank).added()).isEqualTo(1);

            organization.move(3, "Bank", "Attic");
            follow(shop, bank);
            assertEqual(bank, "Bank");
            assertThat(world.shown(bank.id())).doesNotContainKey(3L);

            organization.move(3, "Attic", "Shop");
            follow(shop, bank);
            assertEqual(shop, "Shop");
            assertThat(world.shown(shop.id())).containsKey(3L);
            assertThat(world.count("work_item")).isEqualTo(20);
        }

        @Test
        void letItemsChangeTheirTypeAndReadTheStructureForAnUnknownOne() {
            organization.types.add("Bug");
            Link shop = loaded("Shop", 10, 1);
            organization.put("Shop", next("Shop", 4).type("Bug").made());

            assertThat(cost(shop)).isEqualTo(2);
            assertThat(text("type", 4)).isEqualTo("Bug");

            organization.types.add("Risk");
            organization.put("Shop", next("Shop", 4).type("Risk").made());
            int structures = organization.structures.get();
            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(text("type", 4)).isEqualTo("Risk");
            assertThat(organization.structures.get()).isEqualTo(structures + 1);
            assertThat(cost(shop)).isEqualTo(2);
        }

        @Test
        void markDeletedItemsAndShowRestoredOnes() {
            Link shop = loaded("Shop", 10, 1);
            organization.delete("Shop", 4);

            assertThat(cost(shop)).isEqualTo(2);
            assertEqual(shop, "Shop");
            assertThat(world.latest(shop).removed()).isEqualTo(1);
            assertThat(world.count("link_item")).isEqualTo(10);

            organization.restore("Shop", 4);
            follow(shop);
            assertEqual(shop, "Shop");
            assertThat(world.shown(shop.id())).containsKey(4L);
        }

        @Test
        void areComparedOnceADayBecauseDestroyedItemsAreNotTold() {
            Link shop = loaded("Shop", 10, 1);
            organization.destroy("Shop", 4);

            assertThat(cost(shop)).isEqualTo(2);
            assertThat(world.shown(shop.id())).containsKey(4L);

            clock.advance(FeedPass.COMPARED_EVERY);
            follow(shop);
            assertEqual(shop, "Shop");
            assertThat(world.latest(shop).removed()).isEqualTo(1);
            follow(shop);
            assertThat(cost(shop)).isEqualTo(2);
        }

        @Test
        void learnANewStateAndItsMeaning() {
            Link shop = loaded("Shop", 10, 1);
            organization.states.put("In review", "RESOLVED");
            organization.put("Shop", FakeOrganization.item("Shop", 4, 50, "In review", "Four"));

            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(text("state_category", 4)).isEqualTo("RESOLVED");
        }

        @Test
        void learnANewIteration() {
            Link shop = loaded("Shop", 10, 1);
            organization.iterations.add("Sprint 2");
            organization.put("Shop", next("Shop", 4).iteration("Sprint 2").made());

            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(text("iteration_path", 4)).isEqualTo("Shop\\Sprint 2");
            assertThat(world.count("iteration")).isEqualTo(2);
        }

        @Test
        void followARenamedIterationWithTheFirstItemThatChangesInIt() {
            Link shop = loaded("Shop", 10, 1);
            organization.renameIteration("Sprint 1", "Sprint One");
            organization.put("Shop", next("Shop", 4).made());

            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(text("iteration_path", 4)).isEqualTo("Shop\\Sprint One");
            assertThat(text("iteration_path", 5)).as("without a revision").isEqualTo("Shop\\Sprint One");
        }

        @Test
        void followARenamedProjectWithTheFirstItemThatChangesInIt() {
            Link shop = loaded("Shop", 10, 1);
            organization.rename("Shop", "Store");
            organization.put("Shop", next("Shop", 4).made());

            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(world.stored(shop).remoteName()).isEqualTo("Store");
            assertThat(text("area_path", 5)).isEqualTo("Store");
            assertThat(cost(world.stored(shop))).isEqualTo(2);
        }

        @Test
        void noticeWithinAnHourThatAProjectIsCalledSomethingElseOrGone() {
            Link shop = loaded("Shop", 10, 1);
            Link bank = loaded("Bank", 10, 100);
            follow(shop, bank);
            organization.rename("Shop", "Store");
            assertThat(cost(shop, bank)).isEqualTo(2);

            clock.advance(FeedPass.PROJECTS_EVERY);
            follow(shop, bank);
            assertThat(world.stored(shop).remoteName()).isEqualTo("Store");
            assertThat(world.latest(bank).read())
                    .as("nothing is read of the other")
                    .isZero();
        }

        @Test
        void doNotTakeItemsOfAnotherProjectThatGotTheirName() {
            Link shop = loaded("Shop", 10, 1);
            organization.rename("Shop", "Old shop");
            organization.project("Second", 0, 1, 1);
            organization.rename("Second", "Shop");
            organization.put("Second", FakeOrganization.item("Shop", 500, 1, "New", "Foreign"));

            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(world.shown(shop.id())).hasSize(10);
            assertThat(world.stored(shop).remoteName()).isEqualTo("Old shop");
        }

        @Test
        void takeParentsFromTheFeedOfLinksWhereItemsDoNotTellThem() {
            organization.feed.tellsParents = false;
            Link shop = loaded("Shop", 10, 1);
            organization.put("Shop", next("Shop", 4).parent(9L).made());
            organization.put("Shop", next("Shop", 5).parent(null).made());
            organization.put("Shop", next("Shop", 6).made());
            organization.put("Shop", FakeOrganization.item("Shop", 11, 1, "New", "Eleven"));

            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(parent(4)).isEqualTo(9);
            assertThat(parent(5)).isZero();
            assertThat(parent(6)).as("as it was").isEqualTo(5);
            assertThat(parent(11)).isEqualTo(10);
        }

        @Test
        void askWhatAnItemFromElsewhereLiesBelow() {
            organization.feed.tellsParents = false;
            Link shop = loaded("Shop", 10, 1);
            organization.project("Attic", 1, 500, 1);
            organization.hang("Attic", 500, 7L);
            follow(shop);
            organization.move(500, "Attic", "Shop");

            follow(shop);

            assertEqual(shop, "Shop");
            assertThat(parent(500)).isEqualTo(7);
        }

        @Test
        void followItemsHungElsewhereWithoutARevision() {
            Link shop = loaded("Shop", 10, 1);
            organization.hang("Shop", 4, 9L);
            organization.hang("Shop", 5, null);

            assertThat(cost(shop)).isEqualTo(3);

            assertEqual(shop, "Shop");
            assertThat(parent(4)).isEqualTo(9);
            assertThat(parent(5)).isZero();
        }

        @Test
        void askForItemsThatTheFeedTellsOnlyHalfAndForNoOthers() {
            Link shop = loaded("Shop", 10, 1);
            organization.project("Attic", 300, 500, 1);
            organization.feed.tellsEverything = false;
            for (long id = 500; id < 800; id++) {
                organization.put("Attic", next("Attic", id).made());
            }
            clock.advance(FeedPass.PROJECTS_EVERY);
            follow(shop);
            organization.put("Shop", next("Shop", 5).made());
            organization.put("Attic", next("Attic", 500).made());

            assertThat(cost(shop)).isEqualTo(3);
            assertEqual(shop, "Shop");
        }
    }

    @Nested
    class Parts {

        private Element team(String key, long from, long to) {
            return organization.element(
                    ElementKind.TEAM,
                    key,
                    LongStream.rangeClosed(from, to).boxed().toArray(Long[]::new));
        }

        private Link linked(Element... elements) {
            Link link = world.link(world.project("Mine " + elements[0].key()), "Shop", true, elements);
            world.work();
            return link;
        }

        @Test
        void areReadAsAWholeInTheSameGoWhenAnItemOfTheirProjectChanged() {
            organization.project("Shop", 100, 1, 1);
            organization.project("Bank", 10, 500, 1);
            Link red = linked(team("red", 1, 20));
            organization.put("Bank", next("Bank", 500).made());
            assertThat(cost(red)).as("not by what happens elsewhere").isEqualTo(2);

            organization.put("Shop", next("Shop", 50).made());
            organization.element(ElementKind.TEAM, "red", 1L, 2L, 50L);
            follow(red);

            assertThat(world.latest(red).status()).isEqualTo(SyncRunStatus.SUCCEEDED);
            assertThat(world.shown(red.id())).containsOnlyKeys(1L, 2L, 50L);
            assertThat(cost(red)).isEqualTo(2);
        }

        @Test
        void areReadAsAWholeWhenAPersonAsksBecauseTheySwitchWithoutItems() {
            organization.project("Shop", 100, 1, 1);
            Link red = linked(team("red", 1, 20));
            team("red", 1, 10);

            follow(red);
            assertThat(world.shown(red.id())).hasSize(20);
            clock.advance(Duration.ofSeconds(1));
            world.sync(red);
            assertThat(world.shown(red.id())).hasSize(10);
        }

        @Test
        void areAskedForEachTimeWhereAQuerySaysWhatTheyCover() {
            organization.project("Shop", 100, 1, 1);
            Link query = linked(organization.element(ElementKind.QUERY, "q", 1L, 2L));
            organization.element(ElementKind.QUERY, "q", 1L, 2L, 3L);

            follow(query);

            assertThat(world.shown(query.id())).containsOnlyKeys(1L, 2L, 3L);
        }

        @Test
        void thatAreTreesReachIntoOtherProjectsAndFollowLinksAlone() {
            organization.project("Shop", 100, 1, 1);
            organization.project("Bank", 10, 500, 1);
            Link tree = linked(organization.element(ElementKind.WORK_ITEM, "1", 2L, 3L));
            organization.hang("Bank", 500, 3L);
            organization.element(ElementKind.WORK_ITEM, "1", 2L, 3L, 500L);

            follow(tree);

            assertThat(world.shown(tree.id())).containsOnlyKeys(2L, 3L, 500L);
        }

        @Test
        void areReadAnewWhenTheirPeopleAreWantedNoMore() {
            organization.project("Shop", 100, 1, 1);
            Link red = linked(team("red", 1, 20));
            database.jdbc().sql("UPDATE link SET assigned_only = FALSE").update();
            int structures = organization.structures.get();

            follow(red);

            assertThat(organization.structures.get()).isEqualTo(structures + 1);
        }
    }

    @Nested
    class WhileLoading {

        @Test
        void doesNotMissWhatChangesInWhatWasReadAlready() {
            organization.project("Shop", 3_000, 1, 1);
            AtomicBoolean once = new AtomicBoolean();
            organization.beforeItems = ids -> {
                if (ids.contains(2_500L) && once.compareAndSet(false, true)) {
                    organization.put("Shop", FakeOrganization.item("Shop", 5, 77, "Done", "Five"));
                    organization.delete("Shop", 6);
                    organization.put("Shop", FakeOrganization.item("Shop", 9_000, 1, "New", "Late"));
                }
            };
            Link shop = world.link("Shop");
            world.work();

            follow(shop);

            assertEqual(shop, "Shop");
        }

        @Test
        void servesOthersFromTheFeedAndDoesNotBringBackWhatItSaysIsGone() {
            Link bank = loaded("Bank", 10, 50_000);
            organization.project("Shop", 3_000, 1, 1);
            CountDownLatch followed = new CountDownLatch(1);
            AtomicBoolean once = new AtomicBoolean();
            world.get(SyncProgress.class).listen(run -> {
                if (run.link().equals(bank.id()) && run.status().finished()) {
                    followed.countDown();
                }
            });
            Link shop = world.link("Shop");
            Map<Long, RemoteWorkItem> before = new TreeMap<>(organization.items("Shop"));
            organization.beforeItems = ids -> {
                if (ids.contains(1L) && once.compareAndSet(false, true)) {
                    organization.delete("Shop", 6);
                    organization.put("Shop", FakeOrganization.item("Shop", 7, 77, "Done", "Seven"));
                    organization.put("Shop", FakeOrganization.item("Shop", 9_000, 1, "New", "Late"));
                    organization.put("Bank", FakeOrganization.item("Bank", 50_000, 77, "Done", "Rich"));
                    world.enqueue(bank, SyncTrigger.SCHEDULE);
                    clock.advance(Duration.ofSeconds(5));
                    await(followed);
                    // What the page brings was answered before all that.
                    organization.items("Shop").put(6L, before.get(6L));
                }
            };
            world.work();
            organization.beforeItems = _ -> {};
            organization.items("Shop").remove(6L);

            assertEqual(bank, "Bank");
            assertThat(followed.getCount()).isZero();
            assertThat(world.differences(shop, "Shop")).isEmpty();
            assertThat(cost(shop)).isEqualTo(2);
            assertEqual(shop, "Shop");
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        void tellsAgainEachTimeWhatCouldNotBeRead() {
            Link shop = loaded("Shop", 100, 1);
            organization.items("Shop").headMap(30L).clear();
            clock.advance(Duration.ofSeconds(1));
            world.compare(shop);
            assertThat(world.latest(shop).status()).isEqualTo(SyncRunStatus.FINISHED_WITH_WARNINGS);

            follow(shop);

            assertThat(world.get(SyncWarningRepository.class)
                            .of(world.latest(shop).id()))
                    .containsExactly(new SyncWarning(null, "REMOVAL_REFUSED", "29 of 100"));
        }
    }

    @Nested
    class States {

        private static final Instant FIRST = Instant.parse("2026-01-01T00:00:04Z");

        private List<StateChange> history(Link link, long id) {
            return WorkItemReadings.history(database.dataSource())
                    .of(link.project(), new WorkItemKey(link.connection(), id));
        }

        private void turn(String project, long id, String state, String since) {
            organization.put(
                    project,
                    next(project, id).state(state, Instant.parse(since)).made());
        }

        @Test
        void areKeptWithTheTimesOfAllRevisionsAndNotOnlyOfTheNewest() {
            organization.states.put("Active", "IN_PROGRESS");
            Link shop = loaded("Shop", 10, 1);
            assertThat(history(shop, 4)).containsExactly(new StateChange(FIRST, "Task", "New"));
            turn("Shop", 4, "Active", "2026-11-23T09:10:00Z");
            organization.put("Shop", next("Shop", 4).parent(9L).made());
            turn("Shop", 4, "Done", "2026-11-23T09:20:00.1234567Z");
            turn("Shop", 4, "Active", "2026-11-23T09:30:00Z");

            assertThat(cost(shop)).isEqualTo(2);
            follow(shop);

            List<StateChange> expected = List.of(
                    new StateChange(FIRST, "Task", "New"),
                    new StateChange(Instant.parse("2026-11-23T09:10:00Z"), "Task", "Active"),
                    new StateChange(Instant.parse("2026-11-23T09:20:00.123456Z"), "Task", "Done"),
                    new StateChange(Instant.parse("2026-11-23T09:30:00Z"), "Task", "Active"));
            assertThat(history(shop, 4)).isEqualTo(expected);
            assertThat(world.count("state_change")).isEqualTo(3);

            clock.advance(Duration.ofSeconds(1));
            world.compare(shop);
            assertThat(history(shop, 4)).as("told again by a whole reading").isEqualTo(expected);
        }

        @Test
        void areKeptForPartsTooAndNotForStrangers() {
            organization.project("Shop", 10, 1, 1);
            organization.project("Bank", 10, 500, 1);
            Link part = world.link(
                    world.project("Mine"), "Shop", true, organization.element(ElementKind.TEAM, "red", 4L, 5L));
            world.work();
            turn("Shop", 4, "Done", "2026-11-23T09:10:00Z");
            turn("Shop", 4, "New", "2026-11-23T09:20:00Z");
            turn("Shop", 6, "Done", "2026-11-23T09:10:00Z");
            turn("Bank", 500, "Done", "2026-11-23T09:10:00Z");

            follow(part);

            assertThat(history(part, 4)).extracting(StateChange::state).containsExactly("New", "Done", "New");
            assertThat(history(part, 6)).isEmpty();
            assertThat(world.count("(SELECT DISTINCT remote_id FROM state_change) s"))
                    .as("items that changed their state")
                    .isEqualTo(1);
        }

        @Test
        void goWithTheirItems() {
            Link shop = loaded("Shop", 10, 1);
            turn("Shop", 4, "Done", "2026-11-23T09:10:00Z");
            follow(shop);
            assertThat(world.count("state_change")).isEqualTo(1);
            organization.delete("Shop", 4);
            follow(shop);
            assertThat(history(shop, 4)).as("removed items are still shown").hasSize(2);

            clock.advance(SyncTick.REMOVED_SHOWN.plusDays(1));
            world.get(SyncTick.class).housekeep();

            assertThat(history(shop, 4)).isEmpty();
            assertThat(world.count("state_change")).isZero();
        }

        @Test
        void areNobodyElsesBusiness() {
            Link shop = loaded("Shop", 10, 1);
            Link bank = loaded("Bank", 10, 500);
            assertThat(WorkItemReadings.history(database.dataSource())
                            .of(bank.project(), new WorkItemKey(shop.connection(), 4)))
                    .isEmpty();
        }
    }
}
