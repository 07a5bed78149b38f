package tallyfold.workitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.connection.ConnectionId;
import tallyfold.kernel.PageQuery;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

@ParameterizedClass
@EnumSource(Databases.Kind.class)
class WorkItemServiceTest {

    private static final PageQuery ALL = PageQuery.first(1000);
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate TODAY = YESTERDAY.plusDays(1);

    private final Databases database;
    private final WorkItemSeed seed;
    private final WorkItemService service;
    private final ConnectionId fabrikam = new ConnectionId(UUID.randomUUID());
    private ProjectId project = new ProjectId(UUID.randomUUID());
    private LinkId link = new LinkId(UUID.randomUUID());

    WorkItemServiceTest(Databases.Kind kind) {
        database = Databases.fresh(kind);
        seed = new WorkItemSeed(database.jdbc());
        service = WorkItemReadings.service(database.jdbc(), new MutableClock());
    }

    @BeforeEach
    void seedProjectBesideAnother() {
        project = seed.project("Shop");
        link = seed.link(project, fabrikam, "Shop", "Agile");
        LinkId other = seed.link(seed.project("Other"), fabrikam, "Other", "Agile");
        seed.item(other, fabrikam, 9000, item -> item.title = "Of another project");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private WorkItemKey item(long id, Consumer<WorkItemSeed.Item> changes) {
        return seed.item(link, fabrikam, id, changes);
    }

    private List<Long> ids(WorkItemFilter filter, PageQuery.Sort... sort) {
        return ids(service.page(project, filter, new PageQuery(0, 1000, Arrays.asList(sort)))
                .rows());
    }

    private static List<Long> ids(List<WorkItemRow> rows) {
        return rows.stream().map(row -> row.key().id()).toList();
    }

    private static WorkItemFilter filter(List<String> assignees, List<String> areas, List<String> tags) {
        return WorkItemFilter.NONE.withAssignees(assignees).withAreas(areas).withTags(tags);
    }

    @Nested
    class Lists {

        @Test
        void showsOnlyItemsOfTheProjectByNumber() {
            item(3, item -> {});
            item(1, item -> {});
            item(20, item -> {});

            assertThat(ids(WorkItemFilter.NONE)).containsExactly(1L, 3L, 20L);
            assertThat(service.count(project, WorkItemFilter.NONE)).isEqualTo(3);
        }

        @Test
        void cutsPagesWithoutGapsWhenTheSortedValuesAreEqual() {
            for (long id = 1; id <= 25; id++) {
                item(id, item -> item.title = "Same");
            }
            List<Long> seen = new ArrayList<>();
            for (int offset = 0; offset < 25; offset += 10) {
                PageQuery query = new PageQuery(offset, 10, List.of(new PageQuery.Sort("title", false)));
                seen.addAll(ids(service.rows(project, WorkItemFilter.NONE, query)));
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(25);
        }

        @Test
        void sortsByEveryColumnItOffers() {
            item(1, item -> {
                item.title = "b";
                item.effort = 2.0;
            });
            item(2, item -> item.title = "A");
            for (WorkItemColumn column : WorkItemColumn.values()) {
                if (column.sortable()) {
                    assertThat(ids(WorkItemFilter.NONE, new PageQuery.Sort(column.key(), false)))
                            .as(column.key())
                            .containsExactlyInAnyOrder(1L, 2L);
                }
            }
            assertThat(ids(WorkItemFilter.NONE, new PageQuery.Sort("title", true)))
                    .containsExactly(2L, 1L);
            assertThat(ids(WorkItemFilter.NONE, new PageQuery.Sort("effort", true)))
                    .containsExactly(1L, 2L);
            assertThat(ids(WorkItemFilter.NONE, new PageQuery.Sort("effort", false)))
                    .containsExactly(1L, 2L);
        }

        @Test
        void refusesToSortByWhatIsNoColumn() {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> ids(WorkItemFilter.NONE, new PageQuery.Sort("title; DROP TABLE work_item", true)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ids(WorkItemFilter.NONE, new PageQuery.Sort("tags", true)));
        }

        @Test
        void showsAnItemOfTwoLinksOnce() {
            item(1, item -> {});
            LinkId second = seed.link(project, fabrikam, "Shop again", "Agile");
            seed.show(second, fabrikam, 1, false);

            assertThat(ids(WorkItemFilter.NONE)).containsExactly(1L);
            assertThat(service.count(project, WorkItemFilter.NONE)).isEqualTo(1);
        }

        @Test
        void keepsAnItemThatOneOfTwoLinksStillLists() {
            item(1, item -> item.removed = true);
            LinkId second = seed.link(project, fabrikam, "Shop again", "Agile");
            seed.show(second, fabrikam, 1, false);

            assertThat(ids(WorkItemFilter.NONE)).containsExactly(1L);
            assertThat(ids(WorkItemFilter.NONE.withRemoved(true))).isEmpty();
        }

        @Test
        void tellsItemsOfTwoOrganizationsWithTheSameNumberApart() {
            item(1, item -> item.title = "Here");
            ConnectionId contoso = new ConnectionId(UUID.randomUUID());
            LinkId second = seed.link(project, contoso, "There", "Scrum");
            seed.item(second, contoso, 1, item -> item.title = "There");

            assertThat(service.rows(project, WorkItemFilter.NONE, ALL))
                    .extracting(WorkItemRow::title)
                    .containsExactlyInAnyOrder("Here", "There");
        }

        @Test
        void readsTypeAndStateAsTheProcessDrawsThem() {
            seed.type(link, "User Story", "009CCC", "icon_book", "REQUIREMENT");
            seed.state(link, "User Story", "Active", "007acc", "IN_PROGRESS", 1);
            item(1, item -> {});

            WorkItemRow row = service.rows(project, WorkItemFilter.NONE, ALL).getFirst();
            assertThat(row.typeColor()).isEqualTo("009CCC");
            assertThat(row.typeIcon()).isEqualTo("icon_book");
            assertThat(row.stateColor()).isEqualTo("007acc");
            assertThat(row.category()).isEqualTo(StateCategory.IN_PROGRESS);
        }

        @Test
        void leavesOutColoursAndAddressesThatCouldDoHarm() {
            seed.type(link, "User Story", "red;x:y", "icon_book", "REQUIREMENT");
            item(1, item -> item.web = "javascript:alert(1)");
            item(2, item -> item.web = "not an address");
            item(3, item -> item.web = "https://dev.azure.com/fabrikam/_workitems/edit/3");

            List<WorkItemRow> rows = service.rows(project, WorkItemFilter.NONE, ALL);
            assertThat(rows).extracting(WorkItemRow::typeColor).containsOnlyNulls();
            assertThat(rows.get(0).webAddress()).isNull();
            assertThat(rows.get(1).webAddress()).isNull();
            assertThat(rows.get(2).webAddress()).hasToString("https://dev.azure.com/fabrikam/_workitems/edit/3");
        }
    }

    @Nested
    class Filters {

        @Test
        void findsTitlesWithoutRegardToCaseAndNumbers() {
            item(48213, item -> item.title = "Refund is booked twice");
            item(7, item -> item.title = "See 48213");
            item(482130, item -> item.title = "Unrelated");

            assertThat(ids(WorkItemFilter.NONE.withText("rEFund"))).containsExactly(48213L);
            assertThat(ids(WorkItemFilter.NONE.withText("48213"))).containsExactly(7L, 48213L);
            assertThat(ids(WorkItemFilter.NONE.withText(" #48213 "))).containsExactly(48213L);
            assertThat(ids(WorkItemFilter.NONE.withText("99999999999999999999999")))
                    .isEmpty();
        }

        @Test
        void takesWildcardsLiterally() {
            item(1, item -> item.title = "100% done");
            item(2, item -> item.title = "100 items done");
            item(3, item -> item.title = "snake_case!");
            item(4, item -> item.title = "snakeXcase");

            assertThat(ids(WorkItemFilter.NONE.withText("100%"))).containsExactly(1L);
            assertThat(ids(WorkItemFilter.NONE.withText("e_c"))).containsExactly(3L);
            assertThat(ids(WorkItemFilter.NONE.withText("case!"))).containsExactly(3L);
            assertThat(ids(WorkItemFilter.NONE.withText("\\"))).isEmpty();
        }

        @Test
        void survivesHostileText() {
            item(1, item -> item.title = "x'); DROP TABLE work_item; --");
            for (String text : List.of(
                    "'",
                    "x'); DROP TABLE work_item; --",
                    "\0",
                    "\uD800",
                    ":project",
                    "?",
                    "{ts '2026'}",
                    "%".repeat(5000),
                    "\u202Eevil")) {
                assertThat(service.count(project, WorkItemFilter.NONE.withText(text)))
                        .as(text)
                        .isBetween(0L, 1L);
            }
            assertThat(ids(WorkItemFilter.NONE.withText("x'); DROP"))).containsExactly(1L);
        }

        @Test
        void takesAnAreaWithAllBelowItButNotItsNamesake() {
            item(1, item -> item.area = "Shop\\Pay_ment");
            item(2, item -> item.area = "Shop\\Pay_ment\\Invoice");
            item(3, item -> item.area = "Shop\\Pay_ment2");
            item(4, item -> item.area = "Shop\\PayXment\\Invoice");

            assertThat(ids(filter(List.of(), List.of("Shop\\Pay_ment"), List.of())))
                    .containsExactly(1L, 2L);
        }

        @Test
        void findsWholeTagsWithoutRegardToCase() {
            item(1, item -> item.tags = "api; Blocked");
            item(2, item -> item.tags = "blocked-by-law");
            item(3, item -> item.tags = "blocked");

            assertThat(ids(filter(List.of(), List.of(), List.of("blocked")))).containsExactly(1L, 3L);
        }

        @Test
        void findsPeopleAndTheUnassigned() {
            item(1, item -> item.assignee = "anna");
            item(2, item -> item.assignee = "tom");
            item(3, item -> {});

            assertThat(ids(filter(List.of("anna"), List.of(), List.of()))).containsExactly(1L);
            assertThat(ids(filter(List.of("tom", WorkItemFilter.UNASSIGNED), List.of(), List.of())))
                    .containsExactly(2L, 3L);
        }

        @Test
        void findsTypesStatesAndIterationsTogether() {
            item(1, item -> item.type = "Bug");
            item(2, item -> {
                item.type = "Bug";
                item.state = "New";
            });
            item(3, item -> item.state = "New");

            WorkItemFilter bugs = WorkItemFilter.NONE
                    .withTypes(List.of("Bug"))
                    .withStates(List.of("New"))
                    .withIterations(List.of("Shop"));
            assertThat(ids(bugs)).containsExactly(2L);
        }

        @Test
        void findsWhatStatesMean() {
            item(1, item -> item.category = "PROPOSED");
            item(2, item -> item.category = "RESOLVED");
            item(3, item -> item.category = "COMPLETED");

            assertThat(ids(WorkItemFilter.NONE.withCategories(WorkItemFilter.OPEN)))
                    .containsExactly(1L, 2L);
        }

        @Test
        void takesAnIterationWithAllBelowItOnlyWhenAsked() {
            item(1, item -> item.iteration = "Shop\\R_1");
            item(2, item -> item.iteration = "Shop\\R_1\\Sprint 1");
            item(3, item -> item.iteration = "Shop\\R_10");
            item(4, item -> item.iteration = "Shop\\RX1\\Sprint 1");
            item(5, item -> item.iteration = "Shop\\R_2");

            assertThat(ids(WorkItemFilter.NONE.withIterations(List.of("Shop\\R_1"))))
                    .containsExactly(1L);
            assertThat(ids(WorkItemFilter.NONE.withIterations(List.of("Shop\\R_1" + WorkItemFilter.BELOW))))
                    .containsExactly(1L, 2L);
            assertThat(ids(WorkItemFilter.NONE.withIterations(
                            List.of("Shop\\R_1" + WorkItemFilter.BELOW, "Shop\\R_2"))))
                    .containsExactly(1L, 2L, 5L);
        }

        @Test
        void findsWhatIsDueFromMondayToSunday() {
            LocalDate monday = LocalDate.of(2026, 11, 23);
            seed.iteration(link, "Shop\\Sprint 1", monday.minusDays(7), monday.plusDays(6));
            seed.iteration(link, "Shop\\Sprint 2", monday, monday.plusDays(7));
            item(1, item -> item.due = monday.minusDays(1));
            item(2, item -> item.due = monday);
            item(3, item -> item.target = monday.plusDays(6));
            item(4, item -> item.due = monday.plusDays(7));
            item(5, item -> item.iteration = "Shop\\Sprint 1");
            item(6, item -> item.iteration = "Shop\\Sprint 2");
            item(7, item -> {
                item.due = monday;
                item.category = "COMPLETED";
            });

            assertThat(ids(WorkItemFilter.NONE.withTraits(Set.of(WorkItemTrait.DUE_THIS_WEEK))))
                    .containsExactly(2L, 3L, 5L);
        }

        @Test
        void findsWhatIsNotPlannedYet() {
            seed.iteration(link, "Shop", TODAY, TODAY);
            seed.iteration(link, "Shop\\Sprint 1", TODAY, TODAY);
            item(1, item -> item.effort = 3.0);
            item(2, item -> item.iteration = "Shop\\Sprint 1");
            item(3, item -> {
                item.iteration = "Shop\\Forgotten";
                item.effort = -5.0;
            });

            assertThat(ids(WorkItemFilter.NONE.withTraits(Set.of(WorkItemTrait.WITHOUT_ESTIMATE))))
                    .containsExactly(2L, 3L);
            assertThat(ids(WorkItemFilter.NONE.withTraits(Set.of(WorkItemTrait.WITHOUT_ITERATION))))
                    .containsExactly(1L, 3L);
        }

        @Test
        void callsLateWhatIsOpenPastDueTargetOrIteration() {
            seed.iteration(link, "Shop\\Sprint 1", YESTERDAY.minusDays(14), YESTERDAY);
            seed.iteration(link, "Shop\\Sprint 2", TODAY, TODAY.plusDays(13));
            item(1, item -> item.due = YESTERDAY);
            item(2, item -> item.target = YESTERDAY);
            item(3, item -> item.iteration = "Shop\\Sprint 1");
            item(4, item -> {
                item.iteration = "Shop\\Sprint 1";
                item.due = TODAY;
            });
            item(5, item -> item.iteration = "Shop\\Sprint 2");
            item(6, item -> {
                item.due = YESTERDAY;
                item.category = "COMPLETED";
            });
            item(7, item -> {
                item.due = YESTERDAY;
                item.category = "REMOVED";
            });
            item(8, item -> item.due = TODAY);

            assertThat(ids(WorkItemFilter.NONE.withLate(true))).containsExactly(1L, 2L, 3L);
            assertThat(service.rows(project, WorkItemFilter.NONE, ALL).stream().filter(WorkItemRow::late))
                    .extracting(row -> row.key().id())
                    .containsExactly(1L, 2L, 3L);
        }

        @Test
        void showsWhatTheSourceNoLongerListsOnlyWhenAsked() {
            item(1, item -> {});
            item(2, item -> item.removed = true);
            item(3, item -> item.category = "REMOVED");

            assertThat(ids(WorkItemFilter.NONE)).containsExactly(1L, 3L);
            assertThat(ids(WorkItemFilter.NONE.withRemoved(true))).containsExactly(2L, 3L);
        }
    }

    @Nested
    class Tree {

        private List<Long> below(@Nullable WorkItemKey parent) {
            return ids(service.children(project, parent, ALL));
        }

        @Test
        void beginsWithItemsWhoseParentIsNotInTheProject() {
            WorkItemKey epic = item(1, item -> item.rank = 2.0);
            item(2, item -> item.parent = 1L);
            item(3, item -> {
                item.parent = 9000L;
                item.rank = 1.0;
            });
            item(4, item -> item.parent = 4L);
            item(5, item -> item.removed = true);
            item(6, item -> item.parent = 5L);

            assertThat(below(null)).containsExactly(3L, 1L, 4L, 6L);
            assertThat(service.countChildren(project, null)).isEqualTo(4);
            assertThat(below(epic)).containsExactly(2L);
        }

        @Test
        void tellsWhichItemsHaveChildren() {
            item(1, item -> {});
            item(2, item -> item.parent = 1L);
            item(3, item -> {});
            item(4, item -> {
                item.parent = 3L;
                item.removed = true;
            });

            assertThat(service.children(project, null, ALL))
                    .extracting(WorkItemRow::hasChildren)
                    .containsExactly(true, false);
        }

        @Test
        void ordersSiblingsAsAsked() {
            WorkItemKey epic = item(1, item -> {});
            item(2, item -> {
                item.parent = 1L;
                item.title = "a";
                item.rank = 2.0;
            });
            item(3, item -> {
                item.parent = 1L;
                item.title = "b";
                item.rank = 1.0;
            });
            assertThat(below(epic)).containsExactly(3L, 2L);
            assertThat(ids(service.children(
                            project, epic, new PageQuery(0, 10, List.of(new PageQuery.Sort("title", true))))))
                    .containsExactly(2L, 3L);
        }

        @Test
        void showsMatchesWithTheirAncestors() {
            WorkItemKey epic = item(1, item -> item.title = "Epic");
            WorkItemKey feature = item(2, item -> item.parent = 1L);
            WorkItemKey story = item(3, item -> {
                item.parent = 2L;
                item.title = "Needle";
            });
            item(4, item -> item.parent = 2L);
            item(5, item -> item.title = "Epic without");

            WorkItemTree tree = service.tree(project, WorkItemFilter.NONE.withText("needle"), List.of());

            assertThat(tree.children(null)).containsExactly(epic);
            assertThat(tree.children(epic)).containsExactly(feature);
            assertThat(tree.children(feature)).containsExactly(story);
            assertThat(tree.children(story)).isEmpty();
            assertThat(tree.matches(story)).isTrue();
            assertThat(tree.matches(feature)).isFalse();
            assertThat(tree.size()).isEqualTo(1);
            assertThat(tree.complete()).isTrue();
            assertThat(ids(service.rows(project, List.of(story, epic)))).containsExactly(3L, 1L);
        }

        @Test
        void endsWhenParentsFormACircle() {
            item(1, item -> {
                item.parent = 2L;
                item.title = "Needle";
            });
            item(2, item -> item.parent = 1L);

            WorkItemTree tree = service.tree(project, WorkItemFilter.NONE.withText("needle"), List.of());

            assertThat(tree.size()).isEqualTo(1);
        }

        @Test
        void placesRemovedItemsUnderWhatIsStillThere() {
            WorkItemKey epic = item(1, item -> {});
            WorkItemKey gone = item(2, item -> {
                item.parent = 1L;
                item.removed = true;
            });

            WorkItemTree tree = service.tree(project, WorkItemFilter.NONE.withRemoved(true), List.of());

            assertThat(tree.children(null)).containsExactly(epic);
            assertThat(tree.children(epic)).containsExactly(gone);
            assertThat(service.rows(project, List.of(gone)).getFirst().removed())
                    .isNotNull();
        }
    }

    @Nested
    class Export {

        @Test
        void givesEveryItemOnceOverManyPages() {
            database.jdbc().sql("""
                            INSERT INTO work_item (connection_id, remote_id, rev, type, title, state, state_category,
                                area_path, iteration_path, tags)
                            SELECT CAST(? AS UUID), n, 1, 'Bug', 'Item', 'New', 'PROPOSED', 'Shop', 'Shop', ''
                            FROM GENERATE_SERIES(1, 2500) AS g(n)
                            """).param(fabrikam.value()).update();
            database.jdbc().sql("""
                            INSERT INTO link_item (link_id, project_id, connection_id, remote_id)
                            SELECT CAST(? AS UUID), CAST(? AS UUID), connection_id, remote_id FROM work_item
                            WHERE remote_id <= 2500
                            """).params(link.value(), project.value()).update();
            List<Long> seen = new ArrayList<>();

            service.export(
                    project, WorkItemFilter.NONE, row -> seen.add(row.key().id()));

            assertThat(seen).hasSize(2500).doesNotHaveDuplicates().isSorted();
        }
    }

    @Nested
    class Facets {

        @Test
        void offersWhatTheProjectHasInTheOrderOfTheWork() {
            seed.type(link, "Task", "F2CB1D", "icon_clipboard", "TASK");
            seed.type(link, "Epic", "FF7B00", "icon_crown", "EPIC");
            seed.state(link, "Task", "Closed", "339933", "COMPLETED", 2);
            seed.state(link, "Task", "New", "b2b2b2", "PROPOSED", 0);
            seed.state(link, "Epic", "New", "b2b2b2", "PROPOSED", 0);
            seed.area(link, "Shop\\Pay");
            seed.iteration(link, "Shop\\Sprint 1", TODAY, TODAY);
            item(1, item -> {
                item.assignee = "tom";
                item.tags = "b; A";
            });
            item(2, item -> {
                item.assignee = "anna";
                item.tags = "a";
            });

            WorkItemFacets facets = service.facets(project);

            assertThat(facets.types()).extracting(WorkItemFacets.Type::name).containsExactly("Epic", "Task");
            assertThat(facets.states()).extracting(WorkItemFacets.State::name).containsExactly("New", "Closed");
            assertThat(facets.assignees())
                    .extracting(WorkItemFacets.Assignee::name)
                    .containsExactly("anna", "tom");
            assertThat(facets.areas()).containsExactly("Shop\\Pay");
            assertThat(facets.iterations()).containsExactly("Shop\\Sprint 1");
            assertThat(facets.tags()).map(tag -> tag.toLowerCase(Locale.ROOT)).containsExactly("a", "b");
        }
    }
}
