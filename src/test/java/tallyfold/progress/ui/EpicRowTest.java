package tallyfold.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallyfold.connection.ConnectionId;
import tallyfold.progress.ProjectSchedule.DatedItem;
import tallyfold.progress.Share;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.WorkItemKey;

class EpicRowTest {

    private static final ConnectionId CONNECTION = new ConnectionId(UUID.randomUUID());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static DatedItem item(long id, @Nullable Long parent, Share share, StateCategory category) {
        return new DatedItem(
                new WorkItemKey(CONNECTION, id),
                new LinkId(UUID.randomUUID()),
                WorkItemLevel.EPIC,
                "Epic",
                "Epic " + id,
                "Active",
                category,
                parent,
                share,
                TODAY.minusDays(10),
                TODAY.plusDays(10),
                false,
                0);
    }

    private static DatedItem item(long id, @Nullable Long parent) {
        return item(id, parent, Share.NONE, StateCategory.IN_PROGRESS);
    }

    @Test
    void placesEachBelowItsParentWhereverThatComes() {
        assertThat(EpicRow.tree(List.of(item(2, 1L), item(1, null), item(3, 2L), item(4, 99L))))
                .extracting(row -> row.depth() + ":" + row.item().key().id())
                .containsExactly("0:1", "1:2", "2:3", "0:4");
    }

    @Test
    void showsItemsOnceWhoseParentsFormACircle() {
        assertThat(EpicRow.tree(List.of(item(1, 2L), item(2, 1L), item(3, 3L))))
                .extracting(row -> row.item().key().id())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void saysNothingOfProgressWhereNothingCounts() {
        assertThat(EpicRow.tree(List.of(item(1, null))).getFirst().percentWords())
                .isEqualTo("\u2013");
        assertThat(EpicRow.tree(List.of(item(1, null, Share.NONE, StateCategory.COMPLETED)))
                        .getFirst()
                        .percentWords())
                .isEqualTo("100 %");
        assertThat(EpicRow.tree(List.of(
                                item(1, null, Share.of(StateCategory.IN_PROGRESS, 50, 3), StateCategory.IN_PROGRESS)))
                        .getFirst()
                        .percentWords())
                .isEqualTo("50 %");
    }
}
