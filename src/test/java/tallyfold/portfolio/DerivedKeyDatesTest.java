package tallyfold.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.connection.ConnectionId;
import tallyfold.progress.IterationState;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.LinkIterations.Row;
import tallyfold.progress.ProjectSchedule.DatedItem;
import tallyfold.progress.Share;
import tallyfold.project.KeyDate;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.WorkItemKey;

class DerivedKeyDatesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LinkId LINK = new LinkId(new UUID(0, 1));
    private static final Share HALF =
            Share.of(StateCategory.COMPLETED, 100, 1).plus(Share.of(StateCategory.PROPOSED, 0, 1));

    private static Row row(String name, int depth, @Nullable Integer from, @Nullable Integer to, Share share) {
        LocalDate start = from == null ? null : TODAY.plusDays(from);
        LocalDate finish = to == null ? null : TODAY.plusDays(to);
        return new Row(
                name,
                name,
                depth,
                start,
                finish,
                IterationState.of(start, finish, TODAY),
                Share.NONE,
                share,
                0,
                share.items());
    }

    private static List<KeyDate> ends(Row... rows) {
        return DerivedKeyDates.ends(new LinkIterations(LINK, List.of(), List.of(rows), Share.NONE, 0), TODAY);
    }

    private static DatedItem epic(String title, int due, StateCategory category, WorkItemLevel level) {
        return new DatedItem(
                new WorkItemKey(new ConnectionId(new UUID(0, 2)), title.hashCode()),
                LINK,
                level,
                "Epic",
                title,
                "State",
                category,
                null,
                Share.NONE,
                null,
                TODAY.plusDays(due),
                false,
                0);
    }

    @Nested
    class Iterations {

        @Test
        void areReleasesWhereReleasesHaveDates() {
            assertThat(ends(
                            row("Shop", 0, null, null, HALF),
                            row("Release 1", 1, -60, -1, HALF),
                            row("Sprint 1", 2, -60, -50, HALF),
                            row("Release 2", 1, 0, 30, HALF)))
                    .extracting(KeyDate::name)
                    .containsExactly("Release 1", "Release 2");
        }

        @Test
        void areSprintsWhereNothingAboveHasDates() {
            assertThat(ends(
                            row("Shop", 0, -99, 99, HALF),
                            row("Release 1", 1, null, null, HALF),
                            row("Sprint 1", 2, -60, -50, HALF)))
                    .extracting(KeyDate::name)
                    .containsExactly("Sprint 1");
            assertThat(ends(row("Shop", 0, -99, 99, HALF))).isEmpty();
        }

        @Test
        void areOnlyTheNearestOnesWhereThereAreMany() {
            List<Row> sprints = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                sprints.add(row("Sprint " + i, 1, (i - 10) * 14, (i - 10) * 14 + 13, HALF));
            }

            assertThat(ends(sprints.toArray(Row[]::new)))
                    .extracting(KeyDate::name)
                    .containsExactly("Sprint 9", "Sprint 10", "Sprint 11", "Sprint 12", "Sprint 19");
            assertThat(ends(sprints.subList(0, DerivedKeyDates.MANY).toArray(Row[]::new)))
                    .hasSize(DerivedKeyDates.MANY);
        }

        @Test
        void areDoneWhenTheyAreOverAndNothingIsLeft() {
            Share closed = Share.of(StateCategory.COMPLETED, 100, 3);

            assertThat(ends(
                            row("Left", 1, -30, -11, HALF),
                            row("Closed", 1, -30, -10, closed),
                            row("Empty", 1, -30, -9, Share.NONE),
                            row("Early", 1, -30, 0, closed)))
                    .extracting(KeyDate::status)
                    .containsExactly(
                            KeyDate.Status.CRITICAL, KeyDate.Status.DONE, KeyDate.Status.DONE, KeyDate.Status.ON_TRACK);
        }
    }

    @Nested
    class Epics {

        @Test
        void areThoseWithADateTheOpenOnesFirst() {
            List<DatedItem> dated = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                dated.add(epic("Done " + i, -i, StateCategory.COMPLETED, WorkItemLevel.EPIC));
            }
            dated.add(epic("Late", -3, StateCategory.IN_PROGRESS, WorkItemLevel.EPIC));
            dated.add(epic("Removed", -3, StateCategory.REMOVED, WorkItemLevel.EPIC));
            dated.add(epic("Feature", -3, StateCategory.IN_PROGRESS, WorkItemLevel.FEATURE));

            List<KeyDate> dates = DerivedKeyDates.epics(dated, TODAY);

            assertThat(dates).hasSize(DerivedKeyDates.MANY);
            assertThat(dates.getFirst())
                    .isEqualTo(KeyDate.of("Late", TODAY.minusDays(3), false, KeyDate.Source.EPIC, TODAY));
            assertThat(dates.subList(1, dates.size())).allMatch(KeyDate::done);
        }
    }
}
