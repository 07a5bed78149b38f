package tallyfold.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.connection.ConnectionId;
import tallyfold.progress.internal.FigureReader;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemSeed;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class ProgressServiceTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Databases database;
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-25T09:00:00Z"));
    private final ProgressWorld world;
    private final ProgressService service;
    private final WorkItemSeed seed;
    private final ConnectionId fabrikam = new ConnectionId(UUID.randomUUID());
    private final ProjectId shop;
    private final LinkId link;
    private long number;

    ProgressServiceTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        world = new ProgressWorld(database, clock);
        service = world.service();
        seed = new WorkItemSeed(database.jdbc());
        shop = seed.project("Shop");
        link = seed.link(shop, fabrikam, "Shop", "Agile");
        process(link);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    private void process(LinkId of) {
        seed.type(of, "Epic", "E06C00", "icon_crown", "EPIC");
        seed.type(of, "Feature", "773B93", "icon_trophy", "FEATURE");
        seed.type(of, "User Story", "009CCC", "icon_book", "REQUIREMENT");
        seed.type(of, "Task", "F2CB1D", "icon_clipboard", "TASK");
        for (String type : List.of("User Story", "Task")) {
            seed.state(of, type, "New", "b2b2b2", "PROPOSED", 0);
            seed.state(of, type, "Active", "007acc", "IN_PROGRESS", 1);
            seed.state(of, type, "Closed", "339933", "COMPLETED", 2);
            seed.state(of, type, "Removed", "ffffff", "REMOVED", 3);
        }
    }

    private long item(Consumer<WorkItemSeed.Item> changes) {
        seed.item(link, fabrikam, ++number, changes);
        return number;
    }

    private long story(String state, String category) {
        return item(item -> {
            item.state = state;
            item.category = category;
        });
    }

    private void set(long id, String column, Object value) {
        database.jdbc()
                .sql("UPDATE work_item SET " + column + " = ? WHERE remote_id = ?")
                .params(value, id)
                .update();
        seed.changed(link);
    }

    private static Object midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    @Nested
    class Figures {

        @Test
        void weighByCategoryAndCountOnlyTheCountedType() {
            story("New", "PROPOSED");
            story("Active", "IN_PROGRESS");
            story("Closed", "COMPLETED");
            story("Removed", "REMOVED");
            item(item -> item.type = "Task");

            ProjectFigures figures = service.figures(shop);

            assertThat(figures.total().items()).isEqualTo(3);
            assertThat(figures.total().closed()).isEqualTo(1);
            assertThat(figures.total().percent()).isEqualTo(50);
            assertThat(figures.total().closedPercent()).isEqualTo(33);
            assertThat(figures.countedTypes()).containsExactly("User Story");
            assertThat(figures.all())
                    .isEqualTo(Map.of(
                            StateCategory.PROPOSED,
                            1L,
                            StateCategory.IN_PROGRESS,
                            2L,
                            StateCategory.COMPLETED,
                            1L,
                            StateCategory.REMOVED,
                            1L));
        }

        @Test
        void countAnItemOfTwoLinksOnceInTotal() {
            LinkId second = seed.link(shop, fabrikam, "Shop again", "Agile");
            seed.show(second, fabrikam, story("Closed", "COMPLETED"), false);
            story("New", "PROPOSED");

            ProjectFigures figures = service.figures(shop);

            assertThat(figures.total().items()).isEqualTo(2);
            assertThat(figures.links()).extracting(of -> of.share().items()).containsExactlyInAnyOrder(2L, 1L);
            assertThat(figures.schedule().leaves()).isEqualTo(2);
        }

        @Test
        void areNeverAHundredPercentWhileOneIsOpen() {
            for (int i = 0; i < 300; i++) {
                story("Closed", "COMPLETED");
            }
            story("Active", "IN_PROGRESS");

            assertThat(service.figures(shop).total().percent()).isEqualTo(99);
        }

        @Test
        void changeAtOnceWithAWeight() {
            story("Active", "IN_PROGRESS");
            RuleScope scope = new RuleScope.OfLink(link);
            assertThat(service.figures(shop).total().percent()).isEqualTo(50);

            SaveRulesResult result = world.rules()
                    .save(scope, new RuleDraft(Set.of("User Story"), Map.of("User Story", Map.of("Active", 80))), 0);

            assertThat(result).isInstanceOf(SaveRulesResult.Saved.class);
            assertThat(service.figures(shop).total().percent()).isEqualTo(80);
            assertThat(service.figures(shop).schedule().percent()).isEqualTo(80);
            assertThat(world.get(FigureReader.class)
                            .read(List.of(shop))
                            .getOrDefault(shop, FigureReader.none(shop))
                            .total()
                            .percent())
                    .isEqualTo(80);
            assertThat(service.iterations(shop).getFirst().unknown().percent()).isEqualTo(80);
        }

        @Test
        void compareWithSevenDaysAgo() {
            long story = story("New", "PROPOSED");
            assertThat(service.figures(shop).trend()).isNull();
            clock.advance(Duration.ofDays(3));
            set(story, "state_category", "IN_PROGRESS");
            service.figures(shop);
            clock.advance(Duration.ofDays(7));
            database.jdbc()
                    .sql("UPDATE item_count SET state_category = 'COMPLETED'")
                    .update();

            assertThat(service.figures(shop).trend()).isEqualTo(new Trend(100, TODAY.plusDays(3)));
        }

        @Test
        void ofAProjectThatIsNotThereAreNone() {
            ProjectId nowhere = new ProjectId(UUID.randomUUID());

            assertThat(service.figures(nowhere))
                    .isEqualTo(service.figures(List.of(nowhere)).get(nowhere));
            assertThat(service.figures(nowhere).total()).isEqualTo(Share.NONE);
            assertThat(service.people(nowhere)).isEmpty();
        }

        @Test
        void followDeadlinesIntoTheNextDay() {
            item(item -> item.due = TODAY);
            assertThat(service.figures(shop).late()).isZero();

            clock.advance(Duration.ofDays(1));

            assertThat(service.figures(shop).late()).isEqualTo(1);
        }

        @Test
        void countAStateNobodyMappedByItsCategory() {
            story("Blocked by legal", "PROPOSED");
            story("Closed", "COMPLETED");

            assertThat(service.figures(shop).total().percent()).isEqualTo(50);
        }
    }

    @Nested
    class Days {

        private void close(long... ids) {
            for (long id : ids) {
                set(id, "state_category", "COMPLETED");
                set(id, "state", "Closed");
            }
            world.get(FigureRebuild.class).run();
        }

        @Test
        void sayHowFarItWasAtTheEndOfEach() {
            long one = story("New", "PROPOSED");
            long two = story("New", "PROPOSED");
            story("Active", "IN_PROGRESS");
            service.figures(shop);
            clock.advance(Duration.ofDays(1));
            close(one);
            clock.advance(Duration.ofHours(2));
            close(two);
            clock.advance(Duration.ofDays(3));
            story("New", "PROPOSED");
            service.figures(shop);

            assertThat(service.days(shop))
                    .as("nobody looked on the days between")
                    .containsExactly(
                            new ProgressDay(TODAY, 3, 0, 16),
                            new ProgressDay(TODAY.plusDays(1), 3, 2, 83),
                            new ProgressDay(TODAY.plusDays(4), 4, 2, 62));
        }

        @Test
        void weighTodayByTheRulesOfNowAndOthersByThoseOfTheirDay() {
            story("Active", "IN_PROGRESS");
            service.figures(shop);
            clock.advance(Duration.ofDays(1));
            service.figures(shop);

            world.rules()
                    .save(
                            new RuleScope.OfLink(link),
                            new RuleDraft(Set.of("User Story"), Map.of("User Story", Map.of("Active", 80))),
                            0);

            assertThat(service.days(shop)).extracting(ProgressDay::percent).containsExactly(50, 80);
        }

        @Test
        void areTheLastThirtyAndStayWhenEverythingIsCountedAnew() {
            story("New", "PROPOSED");
            for (int day = 0; day < 35; day++) {
                service.figures(shop);
                clock.advance(Duration.ofDays(1));
            }
            List<ProgressDay> before = service.days(shop);

            world.get(FigureRebuild.class).run();

            assertThat(before).hasSize(ProgressService.DAYS);
            assertThat(before.getFirst().day()).isEqualTo(TODAY.plusDays(6));
            assertThat(before.getLast().day()).isEqualTo(TODAY.plusDays(35));
            assertThat(service.days(shop)).isEqualTo(before);
        }

        @Test
        void beginWhenSomethingCounts() {
            item(item -> item.type = "Task");

            assertThat(service.days(shop)).isEmpty();
            assertThat(service.days(new ProjectId(UUID.randomUUID()))).isEmpty();
        }
    }

    @Nested
    class Lateness {

        @Test
        void namesTheLongestLateFirstByItemOrIteration() {
            seed.iteration(link, "Shop\\Sprint 1", TODAY.minusDays(40), TODAY.minusDays(20));
            long recent = item(item -> item.due = TODAY.minusDays(1));
            long byIteration = item(item -> item.iteration = "Shop\\Sprint 1");
            long ages = item(item -> item.target = LocalDate.of(1990, 1, 1));
            item(item -> item.due = TODAY);
            item(item -> {
                item.due = LocalDate.of(1980, 1, 1);
                item.category = "COMPLETED";
            });

            assertThat(service.longestLate(shop))
                    .extracting(WorkItemKey::id)
                    .containsExactly(ages, byIteration, recent);
        }

        @Test
        void namesAFewOfMany() {
            for (int days = 1; days <= 30; days++) {
                LocalDate due = TODAY.minusDays(days);
                item(item -> item.due = due);
            }

            assertThat(service.longestLate(shop)).hasSize(ProgressService.MOST_LATE);
            assertThat(service.longestLate(shop).getFirst().id()).isEqualTo(number);
        }
    }

    @Nested
    class EpicsDue {

        private void epic(int days, String category) {
            item(item -> {
                item.type = "Epic";
                item.category = category;
                item.target = TODAY.plusDays(days);
            });
        }

        @Test
        void areTheFirstOfTheOpenOnesInOneReadingForManyProjects() {
            for (int days = 20; days > 0; days--) {
                epic(days, "IN_PROGRESS");
            }
            epic(-1, "COMPLETED");
            epic(-2, "REMOVED");
            item(item -> {
                item.type = "Feature";
                item.target = TODAY.minusDays(3);
            });
            assertThat(service.epicsDue(List.of(shop)))
                    .as("nothing was looked through yet")
                    .isEmpty();
            service.figures(shop);

            assertThat(service.epicsDue(List.of(shop, new ProjectId(UUID.randomUUID()))))
                    .isEqualTo(Map.of(
                            shop,
                            IntStream.rangeClosed(1, ProjectSchedule.MOST_KEY_EPICS)
                                    .mapToObj(TODAY::plusDays)
                                    .toList()));
            assertThat(service.epicsDue(List.of())).isEmpty();
        }

        @Test
        void followTheItemsBelowWhereAnEpicHasNoDateOfItsOwn() {
            long epic = item(item -> item.type = "Epic");
            item(item -> {
                item.parent = epic;
                item.due = TODAY.minusDays(4);
            });
            service.figures(shop);

            assertThat(service.epicsDue(List.of(shop))).isEqualTo(Map.of(shop, List.of(TODAY.minusDays(4))));
        }
    }

    @Nested
    class Rollup {

        @Test
        void takesLeavesOnlyAndIterationsForDates() {
            seed.iteration(link, "Shop\\Sprint 1", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 13));
            long parent = item(item -> item.effort = 100.0);
            set(parent, "original_estimate", 40.0);
            long child = item(item -> {
                item.parent = parent;
                item.type = "Task";
                item.effort = 3.0;
                item.iteration = "Shop\\Sprint 1";
            });
            set(child, "original_estimate", 8.5);
            set(child, "completed_work", 2.0);
            set(child, "remaining_work", 6.5);
            long other = item(item -> {
                item.state = "Closed";
                item.category = "COMPLETED";
                item.due = LocalDate.of(2026, 11, 20);
            });
            item(item -> {
                item.parent = other;
                item.category = "REMOVED";
            });

            assertThat(service.figures(shop).schedule())
                    .isEqualTo(new ScheduleRollup(
                            2, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 20), 15L, 75, 8.5, 2.0, 6.5, 3.0, 0));
        }

        @Test
        void leavesOutEstimatesNobodyCanHaveMeant() {
            for (double odd : new double[] {1e308, 1e308, -5, Double.NaN, Double.POSITIVE_INFINITY}) {
                set(story("Active", "IN_PROGRESS"), "effort", odd);
            }
            set(story("Active", "IN_PROGRESS"), "effort", 2.25);

            ScheduleRollup rollup = service.figures(shop).schedule();

            assertThat(rollup.storyPoints()).isEqualTo(2.25);
            assertThat(rollup.oddEstimates()).isEqualTo(5);
            assertThat(rollup.leaves()).isEqualTo(6);
        }

        @Test
        void hasNoWorkingDaysWhenItEndsBeforeItBegins() {
            set(item(item -> item.due = LocalDate.of(2026, 11, 2)), "start_date", midnight(TODAY));

            ScheduleRollup rollup = service.figures(shop).schedule();

            assertThat(rollup.start()).isEqualTo(TODAY);
            assertThat(rollup.due()).isEqualTo(LocalDate.of(2026, 11, 2));
            assertThat(rollup.workingDays()).isZero();
        }

        @Test
        void hasNoDatesWhereNobodyHasAny() {
            story("New", "PROPOSED");

            ScheduleRollup rollup = service.figures(shop).schedule();

            assertThat(rollup.start()).isNull();
            assertThat(rollup.due()).isNull();
            assertThat(rollup.workingDays()).isNull();
        }
    }

    @Nested
    class Iterations {

        private LinkIterations.Row row(String path) {
            return service.iterations(shop).getFirst().rows().stream()
                    .filter(row -> row.path().equals(path))
                    .findFirst()
                    .orElseThrow();
        }

        private void undated(String path) {
            database.jdbc()
                    .sql("INSERT INTO iteration (link_id, remote_key, path, name) VALUES (?, ?, ?, ?)")
                    .params(link.value(), path, path, path.substring(path.lastIndexOf('\\') + 1))
                    .update();
            seed.changed(link);
        }

        @Test
        void standInATreeWithTheirStates() {
            undated("Shop");
            undated("Shop\\Later");
            seed.iteration(link, "Shop\\R1", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
            seed.iteration(link, "Shop\\R1\\S2", TODAY, TODAY);
            seed.iteration(link, "Shop\\R1\\S1", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 24));
            seed.iteration(link, "Shop\\R1\\S3", LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 10));

            LinkIterations tree = service.iterations(shop).getFirst();

            assertThat(tree.planTypes()).containsExactly("User Story");
            assertThat(tree.rows())
                    .extracting(LinkIterations.Row::name, LinkIterations.Row::depth, LinkIterations.Row::state)
                    .containsExactly(
                            tuple("Shop", 0, IterationState.NOT_SCHEDULED),
                            tuple("R1", 1, IterationState.STARTED),
                            tuple("S1", 2, IterationState.CLOSED),
                            tuple("S2", 2, IterationState.STARTED),
                            tuple("S3", 2, IterationState.NOT_STARTED),
                            tuple("Later", 1, IterationState.NOT_SCHEDULED));
        }

        @Test
        void sumUpWhatIsBelow() {
            undated("Shop");
            undated("Shop\\R1");
            undated("Shop\\R1\\S1");
            story("New", "PROPOSED");
            item(item -> {
                item.iteration = "Shop\\R1\\S1";
                item.state = "Closed";
                item.category = "COMPLETED";
            });
            item(item -> {
                item.iteration = "Shop\\R1\\S1";
                item.type = "Task";
            });
            item(item -> item.iteration = "Gone\\Long ago");

            assertThat(row("Shop").own().items()).isEqualTo(1);
            assertThat(row("Shop").withBelow().items()).isEqualTo(2);
            assertThat(row("Shop").withBelow().percent()).isEqualTo(50);
            assertThat(row("Shop").itemsWithBelow()).isEqualTo(3);
            assertThat(row("Shop\\R1").items()).isZero();
            assertThat(row("Shop\\R1").withBelow().closed()).isEqualTo(1);
            assertThat(service.iterations(shop).getFirst().unknown().items()).isEqualTo(1);
            assertThat(service.iterations(shop).getFirst().unknownItems()).isEqualTo(1);
        }

        @Test
        void surviveFinishBeforeStart() {
            seed.iteration(link, "Shop\\Odd", TODAY.plusDays(3), TODAY.minusDays(3));

            assertThat(row("Shop\\Odd").state()).isEqualTo(IterationState.CLOSED);
        }
    }

    @Nested
    class People {

        private void give(@Nullable String who, String category, @Nullable LocalDate due) {
            item(item -> {
                item.assignee = who;
                item.category = category;
                item.due = due;
            });
        }

        @Test
        void haveWhatIsOnTheirTables() {
            give("Tom", "IN_PROGRESS", TODAY.minusDays(2));
            give("Tom", "RESOLVED", TODAY.plusDays(4));
            give("Tom", "PROPOSED", TODAY.plusDays(5));
            give("Tom", "COMPLETED", TODAY.minusDays(1));
            give("ann", "REMOVED", null);
            give("ann", "PROPOSED", TODAY.minusDays(3));
            give(null, "PROPOSED", null);

            assertThat(service.people(shop))
                    .containsExactly(
                            new PersonLoad("ann", "ann", true, 0, 0, 1, 0, 1),
                            new PersonLoad("Tom", "Tom", true, 2, 1, 1, 2, 1),
                            new PersonLoad(null, "", true, 0, 0, 1, 0, 0));
        }

        @Test
        void keepAnyName() {
            String odd = "\uD83D\uDC69\u200D\uD83D\uDCBB \u202E<b>\"\\".repeat(20);
            give(odd, "PROPOSED", null);

            assertThat(service.people(shop)).extracting(PersonLoad::name).containsExactly(odd);
        }
    }

    @Nested
    class Schedule {

        private long epic(@Nullable LocalDate start, @Nullable LocalDate target) {
            long id = item(item -> {
                item.type = "Epic";
                item.target = target;
            });
            if (start != null) {
                set(id, "start_date", midnight(start));
            }
            return id;
        }

        @Test
        void datesEpicsByThemselvesOrByWhatIsBelow() {
            long own = epic(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 20));
            long rolled = epic(null, null);
            epic(null, null);
            long feature = item(item -> {
                item.type = "Feature";
                item.parent = rolled;
            });
            item(item -> {
                item.parent = feature;
                item.due = LocalDate.of(2026, 12, 24);
                item.state = "Closed";
                item.category = "COMPLETED";
            });
            item(item -> item.parent = own);

            ProjectSchedule schedule = service.schedule(shop);

            assertThat(schedule.allDated()).isEqualTo(3);
            assertThat(schedule.dated())
                    .extracting(
                            ProjectSchedule.DatedItem::title,
                            ProjectSchedule.DatedItem::start,
                            ProjectSchedule.DatedItem::due,
                            ProjectSchedule.DatedItem::rolledUp,
                            ProjectSchedule.DatedItem::daysLate,
                            item -> item.share().percent())
                    .containsExactly(
                            tuple("Item " + own, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 20), false, 5L, 50),
                            tuple("Item " + rolled, null, LocalDate.of(2026, 12, 24), true, 0L, 100),
                            tuple("Item " + feature, null, LocalDate.of(2026, 12, 24), true, 0L, 100));
        }

        @Test
        void endsWithParentsInACircle() {
            long one = epic(TODAY, TODAY);
            long two = epic(TODAY, TODAY);
            long self = epic(TODAY, TODAY);
            set(one, "parent_id", two);
            set(two, "parent_id", one);
            set(self, "parent_id", self);
            item(item -> item.parent = one);

            assertThat(service.schedule(shop).dated())
                    .extracting(item -> item.key().id(), item -> item.share().items())
                    .containsExactlyInAnyOrder(tuple(one, 1L), tuple(two, 0L), tuple(self, 0L));
        }

        @Test
        void tellsTheBacklogByType() {
            seed.iteration(link, "Shop\\S1", TODAY, TODAY);
            item(item -> item.effort = 5.0);
            item(item -> item.iteration = "Shop\\S1");
            story("Closed", "COMPLETED");
            story("Removed", "REMOVED");
            item(item -> item.type = "Unheard of");

            assertThat(service.schedule(shop).backlog())
                    .containsExactly(
                            new ProjectSchedule.Backlog(WorkItemLevel.REQUIREMENT, "User Story", 2, 3, 1, 1),
                            new ProjectSchedule.Backlog(WorkItemLevel.OTHER, "Unheard of", 1, 1, 1, 1));
        }

        @Test
        void showsTheInnermostCurrentIteration() {
            seed.iteration(link, "Shop\\R1", TODAY.minusDays(60), TODAY.plusDays(60));
            seed.iteration(link, "Shop\\R1\\S1", TODAY.minusDays(2), TODAY.plusDays(6));
            item(item -> item.iteration = "Shop\\R1\\S1");
            item(item -> {
                item.iteration = "Shop\\R1\\S1";
                item.type = "Task";
                item.due = TODAY.minusDays(1);
            });

            assertThat(service.schedule(shop).current())
                    .containsExactly(new ProjectSchedule.CurrentIteration(
                            link,
                            "Shop\\R1\\S1",
                            "S1",
                            TODAY.minusDays(2),
                            TODAY.plusDays(6),
                            5L,
                            new Share(1, 0, 50, Map.of(StateCategory.IN_PROGRESS, 1L)),
                            1,
                            1));
        }

        @Test
        void burnsUpByCreationAndChangesOfState() {
            seed.iteration(link, "Shop\\S1", TODAY.minusDays(3), TODAY.plusDays(3));
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                ids.add(item(item -> {
                    item.iteration = "Shop\\S1";
                    item.state = "Closed";
                    item.category = "COMPLETED";
                }));
            }
            ids.forEach(id -> set(id, "created_at", midnight(TODAY.minusDays(10))));
            set(ids.get(0), "created_at", midnight(TODAY.minusDays(1)));
            set(ids.get(0), "state_changed_at", midnight(TODAY));
            set(ids.get(1), "state_changed_at", midnight(TODAY.minusDays(1)));
            set(ids.get(2), "closed_at", midnight(TODAY.minusDays(2)));
            change(ids.get(1), TODAY.minusDays(3), "Closed");
            change(ids.get(1), TODAY.minusDays(2), "Active");

            BurnUp burnUp = service.burnUp(shop, link, "Shop\\S1").orElseThrow();

            assertThat(burnUp.scope()).isEqualTo(3);
            assertThat(burnUp.days())
                    .containsExactly(
                            new BurnUp.Day(TODAY.minusDays(3), 2, 1),
                            new BurnUp.Day(TODAY.minusDays(2), 2, 1),
                            new BurnUp.Day(TODAY.minusDays(1), 3, 2),
                            new BurnUp.Day(TODAY, 3, 3));
            assertThat(service.burnUp(shop, link, "Shop")).isEmpty();
        }

        private void change(long item, LocalDate day, String state) {
            database.jdbc()
                    .sql("INSERT INTO state_change (connection_id, remote_id, changed_at, type, state)"
                            + " VALUES (?, ?, ?, 'User Story', ?)")
                    .params(fabrikam.value(), item, midnight(day), state)
                    .update();
        }
    }
}
