package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.RouterLink;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.progress.ui.RulesDialog;
import tallyfold.project.Link;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;
import tallyfold.workitem.PersonRow;
import tallyfold.workitem.WorkItemRow;

/** The tabs that show figures, on real figures: today is Monday, 23 November 2026. */
@SignedInAs(Role.PROJECT_MANAGER)
class ProjectFiguresTest extends PortfolioUiTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202E" + "\u6F22".repeat(200);

    private Link shop;

    @BeforeEach
    void fill() {
        shop = project("Shop");
        seed.type(shop.id(), "Epic", "FF7B00", "icon_crown", "EPIC");
        seed.type(shop.id(), "User Story", "009CCC", "icon_book", "REQUIREMENT");
        seed.state(shop.id(), "User Story", "New", "b2b2b2", "PROPOSED", 0);
        seed.state(shop.id(), "User Story", "Active", "007acc", "IN_PROGRESS", 1);
        seed.state(shop.id(), "User Story", "Closed", "339933", "COMPLETED", 2);
        seed.iteration(shop.id(), "Shop\\Sprint 1", TODAY.minusDays(21), TODAY.minusDays(8));
        seed.iteration(shop.id(), "Shop\\Sprint 2", TODAY.minusDays(7), TODAY.plusDays(6));
        seed.iteration(shop.id(), "Shop\\Sprint 3", TODAY.plusDays(7), TODAY.plusDays(20));
    }

    private void story(long id, String state, String category, String iteration, String assignee) {
        seed.item(shop.id(), connection, id, item -> {
            item.state = state;
            item.category = category;
            item.iteration = iteration;
            item.assignee = assignee;
        });
    }

    private void open(String tab) {
        go("projects/" + shop.project().value() + "/" + tab);
    }

    private String page() {
        return text(find(ProjectView.class).single());
    }

    private RouterLink link(String text) {
        return links().filter(link -> link.getText().equals(text)).findFirst().orElseThrow();
    }

    private Stream<RouterLink> links() {
        return find(RouterLink.class).all().stream();
    }

    /** Follows a link and tells which items it opened. */
    private List<Long> follow(RouterLink link) {
        go(URLDecoder.decode(link.getHref().replace("%25", "%2525"), StandardCharsets.UTF_8));
        @SuppressWarnings("unchecked")
        Grid<WorkItemRow> grid = find(Grid.class).single();
        return Stream.iterate(0, index -> index + 1)
                .limit(test(grid).size())
                .map(index -> test(grid).getRow(index).key().id())
                .toList();
    }

    @Nested
    class Summary {

        @Test
        void weighsStatesAndCountsWhatIsClosed() {
            story(1, "Closed", "COMPLETED", "Shop", "anna");
            story(2, "Active", "IN_PROGRESS", "Shop", "anna");
            story(3, "New", "PROPOSED", "Shop", "anna");
            open("summary");

            assertThat(page()).contains("50 %", "1 of 3 user stories closed");
        }

        @Test
        void leadsFromACategoryToItsItems() {
            story(1, "Closed", "COMPLETED", "Shop", "anna");
            story(2, "Active", "IN_PROGRESS", "Shop", "anna");
            open("summary");

            assertThat(follow(links().filter(link ->
                                    "In Progress: 1".equals(link.getElement().getAttribute("aria-label")))
                            .findFirst()
                            .orElseThrow()))
                    .containsExactly(2L);
        }

        @Test
        void drawsTheDaysThatAreKnown() {
            story(1, "Closed", "COMPLETED", "Shop", "anna");
            story(2, "New", "PROPOSED", "Shop", "anna");
            open("summary");
            assertThat(page()).contains("Progress day by day", "One day is known so far");
            jdbc.sql("INSERT INTO project_day (project_id, on_day, items, closed, weight_sum) VALUES (?, ?, 4, 1, 100)")
                    .param(shop.project().value())
                    .param(TODAY.minusDays(12))
                    .update();

            open("summary");

            assertThat(page()).contains("25 % on 11 Nov 2026, 50 % on 23 Nov 2026");
            Button swap = find(Button.class)
                    .withAriaLabel("As table: Progress day by day")
                    .single();
            test(swap).click();
            assertThat(swap.getText()).isEqualTo("As picture");
        }

        @Test
        void beginsWithWhatIsLateForTheLongestTime() {
            for (int days : new int[] {3, 14, 1}) {
                seed.item(shop.id(), connection, 100 + days, item -> {
                    item.title = "Late by " + days;
                    item.due = TODAY.minusDays(days);
                });
            }
            seed.item(shop.id(), connection, 50, item -> {
                item.title = "By iteration";
                item.iteration = "Shop\\Sprint 1";
            });

            open("summary");

            assertThat(page())
                    .containsSubsequence(
                            "Late by 14",
                            "14 days late",
                            "By iteration",
                            "8 days late",
                            "Late by 3",
                            "Late by 1",
                            "1 day late");
        }

        @Test
        void showsATitleOf255WideCharactersAsItIs() {
            String wide = "\u6F22".repeat(255);
            seed.item(shop.id(), connection, 7, item -> {
                item.title = wide;
                item.due = TODAY.minusDays(2);
            });

            open("summary");

            assertThat(page()).contains(wide, "2 days late");
        }

        @Test
        void swapsTheTimelineForItsTable() {
            story(1, "Closed", "COMPLETED", "Shop\\Sprint 1", "anna");
            story(2, "New", "PROPOSED", "Shop\\Sprint 3", "anna");
            open("summary");
            Button swap = find(Button.class).withAriaLabel("As table: Timeline").single();
            assertThat(find(NativeTable.class).single().getElement().getTextRecursively())
                    .contains("Start", "2 Nov 2026", "Finish", "13 Dec 2026", "Today");

            test(swap).click();

            assertThat(swap.getText()).isEqualTo("As picture");
        }
    }

    @Nested
    class MappedColumns {

        @BeforeEach
        void map() {
            jdbc.sql("""
                            INSERT INTO field_mapping (id, organization_key, process, type, field, field_name, field_type,
                                target, column_name, changed_at, changed_by, version)
                            SELECT CAST(:id AS UUID), organization_key, process, 'User Story', 'Custom.Risk', 'Risk', 'TEXT',
                                'COLUMN', 'Risk', created_at, 'anna', 0
                            FROM link WHERE id = :link
                            """)
                    .param("id", UUID.randomUUID())
                    .param("link", shop.id().value())
                    .update();
            story(1, "New", "PROPOSED", "Shop", "anna");
            story(2, "New", "PROPOSED", "Shop", "anna");
            for (Object[] value : new Object[][] {{1L, HOSTILE.substring(0, 60)}, {2L, "Low, or so"}}) {
                jdbc.sql("INSERT INTO work_item_field (connection_id, remote_id, field, field_value)"
                                + " VALUES (?, ?, 'Custom.Risk', ?)")
                        .params(connection.value(), value[0], value[1])
                        .update();
            }
        }

        @Test
        void filterWhatIsShownByTheAddress() {
            open("work-items?view=list&mapped=Risk%2CLow%2C+or+so");

            assertThat(page()).contains("Risk: Low, or so", "1 of 2 items");
        }

        @Test
        @SuppressWarnings("unchecked")
        void areOfferedWithTheirValuesAndWriteTheAddress() {
            open("work-items?view=list");
            test(find(Button.class).withCaption("More").single()).click();
            MultiSelectComboBox<String> risk = find(MultiSelectComboBox.class)
                    .withCondition(field -> field.getAriaLabel().equals(Optional.of("Risk")))
                    .single();

            assertThat(risk.getListDataView().getItems()).containsExactly(HOSTILE.substring(0, 60), "Low, or so");
        }

        @Test
        void thatNobodyMapsShowNothingAndCanBeLeftOut() {
            open("work-items?view=list&mapped=Gone%2C%3Cb%3Ex&mapped=nonsense");

            assertThat(page()).contains("Gone: <b>x", "No work item matches");
            test(find(Button.class).withAriaLabel("Leave out Gone: <b>x").single())
                    .click();
            assertThat(page()).doesNotContain("Gone: <b>x");
        }
    }

    @Nested
    class Iterations {

        @Test
        void showsRowsWithDatesClosedItemsAndState() {
            story(1, "Closed", "COMPLETED", "Shop\\Sprint 1", "anna");
            story(2, "Active", "IN_PROGRESS", "Shop\\Sprint 2", "anna");
            open("iterations");

            assertThat(page())
                    .contains(
                            "Sprint 1",
                            "1 of 1",
                            "Closed",
                            "Sprint 2",
                            "16 Nov \u2013 29 Nov 2026",
                            "0 of 1",
                            "Started",
                            "Sprint 3",
                            "Not started");
        }

        @Test
        void opensTheItemsOfAnIterationOfTheTypesItsProcessPlansBy() {
            story(1, "Active", "IN_PROGRESS", "Shop\\Sprint 1", "anna");
            story(2, "Active", "IN_PROGRESS", "Shop\\Sprint 2", "anna");
            seed.item(shop.id(), connection, 3, item -> {
                item.type = "Epic";
                item.iteration = "Shop\\Sprint 2";
            });
            open("iterations");

            assertThat(follow(link("Sprint 2"))).containsExactly(2L);
        }

        @Test
        @SuppressWarnings("unchecked")
        void showsATableWhenTheAddressSaysSo() {
            story(1, "Active", "IN_PROGRESS", "Shop\\Sprint 1", "anna");
            open("iterations?view=table");

            Grid<Object> grid = find(Grid.class).single();
            assertThat(test(grid).size()).isEqualTo(3);
            assertThat(text(test(grid).getCellComponent(0, 0))).isEqualTo("Sprint 1");
            assertThat(test(grid).getCellText(0, 4)).isEqualTo("50 %");
        }

        @Test
        void survivesAHostileAddressAndAHostileName() {
            seed.iteration(shop.id(), "Shop\\<img src=x onerror=alert(1)>", TODAY, TODAY);
            open("iterations?view=%00&link=nonsense&from=9999-12");

            assertThat(page()).contains("Sprint 2", "<img src=x onerror=alert(1)>");
            assertThat(find(ProjectView.class).single().getElement().getOuterHTML())
                    .doesNotContain("<img src=x");
        }

        @Test
        void explainsAProjectWithoutIterations() {
            Link empty = project("Empty");
            go("projects/" + empty.project().value() + "/iterations");

            assertThat(find(H2.class).single().getText()).isEqualTo("No iterations yet");
        }
    }

    @Nested
    class Team {

        @SuppressWarnings("unchecked")
        private Grid<Object> grid() {
            return find(Grid.class).single();
        }

        private String row(int row) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < 6; column++) {
                Component cell = test(grid()).getCellComponent(row, column);
                cells.append(cells.isEmpty() ? "" : " ").append(text(cell));
            }
            return cells.toString();
        }

        @Test
        void showsWhatEverybodyHasOnTheTable() {
            story(1, "Active", "IN_PROGRESS", "Shop\\Sprint 2", "1");
            story(2, "New", "PROPOSED", "Shop\\Sprint 1", "1");
            story(3, "Closed", "COMPLETED", "Shop\\Sprint 1", "1");
            seed.item(shop.id(), connection, 4, item -> {});
            when(people.people(shop.project()))
                    .thenReturn(List.of(
                            new PersonRow("1", "Anna Lee", "anna@contoso.com", true, true, List.of(), 2, 1),
                            new PersonRow("2", "Tom <b>Okafor</b>", null, false, false, List.of(), 0, 0)));
            open("team");

            assertThat(row(0)).isEqualTo("Anna Leeanna@contoso.com 1 1 1 1 1");
            assertThat(row(1)).isEqualTo("Tom <b>Okafor</b>Disabled 0 0 0 0 0");
            assertThat(row(2)).isEqualTo("Unassigned 1 0 0 0 0");
        }

        @Test
        void opensTheItemsEachNumberCounts() {
            story(1, "Active", "IN_PROGRESS", "Shop\\Sprint 2", "1");
            story(2, "New", "PROPOSED", "Shop\\Sprint 1", "1");
            story(3, "Closed", "COMPLETED", "Shop\\Sprint 2", "1");
            story(4, "Active", "IN_PROGRESS", "Shop\\Sprint 2", "2");
            List<List<Long>> expected = List.of(List.of(1L), List.of(3L), List.of(2L), List.of(1L), List.of(2L));
            for (int column = 1; column <= expected.size(); column++) {
                open("team");
                RouterLink link = (RouterLink) test(grid()).getCellComponent(0, column);
                assertThat(follow(link)).as("column " + column).isEqualTo(expected.get(column - 1));
            }
        }

        @Test
        void explainsAProjectWithoutPeople() {
            open("team");

            assertThat(find(H2.class).single().getText()).isEqualTo("Nobody yet");
        }
    }

    @Nested
    class Schedule {

        @Test
        void showsTheBacklogAndLeadsToWhatIsNotPlanned() {
            story(1, "Active", "IN_PROGRESS", "Shop\\Sprint 2", "1");
            seed.item(shop.id(), connection, 2, item -> item.effort = 5.0);
            open("schedule");
            assertThat(page()).contains("Backlog overview", "User Story2", "Without estimate1", "Without iteration1");

            RouterLink estimate = links().filter(link ->
                            "1, Without estimate".equals(link.getElement().getAttribute("aria-label")))
                    .findFirst()
                    .orElseThrow();

            assertThat(follow(estimate)).containsExactly(1L);
        }

        @Test
        void showsTheCurrentIterationWithItsBurnUp() {
            story(1, "Active", "IN_PROGRESS", "Shop\\Sprint 2", "1");
            story(2, "Closed", "COMPLETED", "Shop\\Sprint 2", "1");
            open("schedule");

            assertThat(page())
                    .contains("Current iteration", "Sprint 2", "5 working days left", "1 of 2", "Burn-up, Sprint 2");
            assertThat(find(Button.class)
                            .withAriaLabel("As table: Burn-up, Sprint 2")
                            .exists())
                    .isTrue();
        }

        @Test
        void drawsDatedEpicsWithHostileTitlesAsText() {
            seed.item(shop.id(), connection, 9, item -> {
                item.type = "Epic";
                item.title = HOSTILE;
                item.due = TODAY.minusDays(10);
            });
            story(1, "Active", "IN_PROGRESS", "Shop\\Sprint 2", "1");
            open("schedule");

            assertThat(page()).contains("Epics and features", "<img src=x onerror=alert(1)>", "10 days late");
            assertThat(find(ProjectView.class).single().getElement().getOuterHTML())
                    .doesNotContain("<img src=x");
        }

        @Test
        void isQuietWithoutAnything() {
            Link empty = project("Empty");
            go("projects/" + empty.project().value() + "/schedule");

            assertThat(page())
                    .contains("No work items yet.", "No iteration is going on.", "No epic or feature has dates");
        }
    }

    @Nested
    class Rules {

        private RulesDialog dialog() {
            return find(RulesDialog.class).single();
        }

        @Test
        void changesTheFiguresAtOnce() {
            story(1, "Active", "IN_PROGRESS", "Shop", "1");
            open("settings");
            test(find(Button.class).withCaption("Progress rules").single()).click();
            assertThat(find(Checkbox.class).withCaption("User Story").single().getValue())
                    .isTrue();

            test(find(IntegerField.class).withCaption("Active").single()).setValue(80);
            test(find(Button.class).withCaption("Save rules").single()).click();

            assertThat(find(RulesDialog.class).exists()).isFalse();
            open("summary");
            assertThat(page()).contains("80 %");
        }

        @Test
        void keepsWhatWasEnteredWhenAWeightIsNone() {
            open("settings");
            test(find(Button.class).withCaption("Progress rules").single()).click();
            IntegerField active = find(IntegerField.class).withCaption("Active").single();
            active.setValue(101);

            test(find(Button.class).withCaption("Save rules").single()).click();

            assertThat(active.isInvalid()).isTrue();
            assertThat(active.getErrorMessage()).isEqualTo("Type a whole number from 0 to 100.");
            assertThat(dialog().isOpened()).isTrue();
        }

        @Test
        void saysThatSomethingHasToCount() {
            open("settings");
            test(find(Button.class).withCaption("Progress rules").single()).click();
            find(Checkbox.class).withCaption("User Story").single().setValue(false);

            test(find(Button.class).withCaption("Save rules").single()).click();

            assertThat(text(dialog())).contains("No type counts.");
        }

        @Test
        @SignedInAs(Role.VIEWER)
        void areNotOfferedToViewers() {
            open("settings");

            assertThat(find(Button.class).withCaption("Progress rules").exists())
                    .isFalse();
        }
    }
}
