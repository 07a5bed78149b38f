package tallyfold.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.progress.BurnUp;
import tallyfold.progress.IterationState;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.ProgressDay;
import tallyfold.progress.Share;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.TimeAxis;
import tallyfold.workitem.WorkItemFilter;

class PicturesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202E" + "\u6F22".repeat(200);

    private final List<WorkItemFilter> filters = new ArrayList<>();
    private final ItemLinks links = (text, filter) -> {
        filters.add(filter);
        RouterLink link = new RouterLink();
        link.setText(text);
        return link;
    };

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Nested
    class Iterations {

        private static LinkIterations.Row row(
                String path, int depth, @Nullable LocalDate start, @Nullable LocalDate finish, Share share) {
            return new LinkIterations.Row(
                    path,
                    path.substring(path.lastIndexOf('\\') + 1),
                    depth,
                    start,
                    finish,
                    IterationState.of(start, finish, TODAY),
                    share,
                    share,
                    share.items(),
                    share.items());
        }

        private IterationTimeline timeline(LinkIterations.Row... rows) {
            return new IterationTimeline(
                    new LinkIterations(
                            new LinkId(UUID.randomUUID()), List.of("User Story"), List.of(rows), Share.NONE, 0),
                    TimeAxis.months(YearMonth.of(2026, 8), YearMonth.of(2027, 1)),
                    TODAY,
                    links);
        }

        @Test
        void namesDaysClosedItemsAndStateOfEachRow() {
            String shown = text(timeline(row(
                    "Shop\\Sprint 1",
                    1,
                    LocalDate.of(2026, 11, 16),
                    LocalDate.of(2026, 11, 29),
                    Share.of(StateCategory.COMPLETED, 100, 21).plus(Share.of(StateCategory.PROPOSED, 0, 17)))));

            assertThat(shown).contains("Sprint 1", "16 Nov \u2013 29 Nov 2026", "21 of 38", "Started");
            assertThat(filters)
                    .containsExactly(WorkItemFilter.NONE
                            .withTypes(List.of("User Story"))
                            .withIterations(List.of("Shop\\Sprint 1")));
        }

        @Test
        void keepsAnIterationWithoutDatesAboveOneThatIsShown() {
            String shown = text(timeline(
                    row("Shop", 0, null, null, Share.NONE),
                    row("Shop\\Release 1", 1, null, null, Share.NONE),
                    row("Shop\\Release 1\\Sprint 1", 2, TODAY, TODAY, Share.NONE),
                    row("Shop\\Release 2", 1, null, null, Share.NONE),
                    row("Shop\\Old", 1, TODAY.minusYears(3), TODAY.minusYears(2), Share.NONE)));

            assertThat(shown).contains("Release 1", "Sprint 1").doesNotContain("Release 2", "Old");
            assertThat(filters.getLast().iterations()).containsExactly("Shop\\Release 1\\Sprint 1");
            assertThat(filters.getFirst().iterations()).containsExactly("Shop\\Release 1" + WorkItemFilter.BELOW);
        }

        @Test
        void drawsOneOfNoDaysAndOneThatEndsBeforeItBegins() {
            assertThat(text(timeline(
                            row("Shop\\0", 1, TODAY, TODAY, Share.NONE),
                            row("Shop\\Backwards", 1, TODAY, TODAY.minusDays(9), Share.NONE))))
                    .contains("Started", "Backwards", "Closed");
        }

        @Test
        void showsAHostileNameAsText() {
            IterationTimeline shown = timeline(row("Shop\\" + HOSTILE, 1, TODAY, TODAY, Share.NONE));

            assertThat(text(shown)).contains("<img src=x onerror=alert(1)>");
            assertThat(shown.getElement().getOuterHTML()).doesNotContain("<img");
        }

        @Test
        void saysWhenNothingLiesInTheMonths() {
            assertThat(text(timeline())).contains("No iteration lies in these months");
        }
    }

    @Nested
    class DayByDay {

        @Test
        void saysWhereItBeganAndHasEveryDayInItsTable() {
            ProgressDaysCard card = new ProgressDaysCard(List.of(
                    new ProgressDay(TODAY.minusDays(29), 10, 0, 0),
                    new ProgressDay(TODAY.minusDays(3), 10, 4, 52),
                    new ProgressDay(TODAY, 12, 12, 100)));

            assertThat(text(card))
                    .contains("0 % on 25 Oct 2026, 100 % on 23 Nov 2026", "20 Nov 2026", "52 %", "As table", "12");
            assertThat(card.getElement().getOuterHTML())
                    .as("the words of the axis and of the end")
                    .contains(">0 %<", ">50 %<", ">100 %<", ">25 Oct<", ">23 Nov<")
                    .doesNotContain("NaN")
                    .doesNotContain("Infinity");
        }

        @Test
        void drawsADayAtItsPlaceInTime() {
            String drawn = new DaysPicture(List.of(
                            new ProgressDay(TODAY.minusDays(10), 4, 0, 0),
                            new ProgressDay(TODAY.minusDays(5), 4, 2, 50),
                            new ProgressDay(TODAY, 4, 4, 100)))
                    .draw()
                    .getElement()
                    .getOuterHTML();

            assertThat(drawn).contains("M0.00 108.00L50.00 63.00L100.00 18.00");
        }

        @Test
        void saysWhenThereAreTooFewDays() {
            assertThat(text(new ProgressDaysCard(List.of()))).contains("No day is known yet");
            assertThat(text(new ProgressDaysCard(List.of(new ProgressDay(TODAY, 1, 0, 0)))))
                    .contains("One day is known so far");
        }
    }

    @Nested
    class BurningUp {

        private static BurnUp burnUp(LocalDate start, LocalDate finish, BurnUp.Day... days) {
            return new BurnUp("Shop\\1", HOSTILE, start, finish, days[days.length - 1].scope(), List.of(days));
        }

        @Test
        void saysHowFarItIsFromAnEvenPaceAndHasEveryDayInItsTable() {
            LocalDate monday = LocalDate.of(2026, 11, 16);
            String shown = text(new BurnUpCard(
                    Optional.of(burnUp(
                            monday,
                            monday.plusDays(4),
                            new BurnUp.Day(monday, 10, 0),
                            new BurnUp.Day(monday.plusDays(1), 10, 1))),
                    monday.plusDays(1)));

            assertThat(shown)
                    .contains(
                            "1 of 10 closed, 3 items behind an even pace.", "16 Nov 2026", "17 Nov 2026", "Even pace");
        }

        @Test
        void drawsAnIterationOfOneDayWithoutItems() {
            BurnUpCard card = new BurnUpCard(Optional.of(burnUp(TODAY, TODAY, new BurnUp.Day(TODAY, 0, 0))), TODAY);

            assertThat(text(card)).contains("0 of 0 closed, at an even pace.");
            assertThat(card.getElement().getOuterHTML()).doesNotContain("NaN").doesNotContain("<img");
        }

        @Test
        void saysWhatWillStandHere() {
            assertThat(text(new BurnUpCard(Optional.empty(), TODAY))).contains("as soon as there is one");
        }
    }
}
