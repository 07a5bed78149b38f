package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.project.ProjectId;
import tallyfold.provider.Element;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.sync.SyncRunId;
import tallyfold.workitem.ReadWorkItem;

class LinkLoadTest {

    private final LinkLoad load = new LinkLoad(
            new Lease(
                    new Link(
                            new LinkId(UUID.randomUUID()),
                            new ProjectId(UUID.randomUUID()),
                            new ConnectionId(UUID.randomUUID()),
                            "fabrikam",
                            new RemoteProjectId("shop"),
                            "Shop",
                            null,
                            null,
                            List.of(new LinkedElement(Element.WHOLE_PROJECT, "Shop", null)),
                            true,
                            null,
                            null,
                            null),
                    new SyncRunId(UUID.randomUUID()),
                    1,
                    0),
            PageWindow.ofConnection());

    @AfterEach
    void stop() {
        load.stop();
    }

    private static ReadPage page(int index, int rows) {
        ReadWorkItem item =
                new ReadWorkItem(FakeOrganization.item("Shop", index + 1L, 1, "New", "t"), StateCategory.PROPOSED);
        return new ReadPage(index, rows, index + 1L, Collections.nCopies(rows, item), List.of());
    }

    @Test
    void holdsPagesBackUntilTheirPredecessorsCame() {
        load.expect(3);
        load.keep(page(2, 200));
        load.keep(page(1, 200));
        assertThat(load.due()).isEmpty();

        load.keep(page(0, 200));

        assertThat(load.due()).extracting(ReadPage::index).containsExactly(0, 1, 2);
        assertThat(load.complete()).isTrue();
    }

    @Test
    void givesAtMostAThousandRowsAtOnce() {
        for (int index = 0; index < 7; index++) {
            load.keep(page(index, 200));
        }

        assertThat(load.due()).hasSize(5);
        assertThat(load.due()).hasSize(2);
        assertThat(load.due()).isEmpty();
    }

    @Test
    void givesAPageLargerThanThatAlone() {
        load.keep(page(0, 1_500));
        load.keep(page(1, 1));

        assertThat(load.due()).hasSize(1);
    }

    @Test
    void isNotCompleteBeforeTheNumberOfPagesIsKnown() {
        assertThat(load.complete()).isFalse();
        load.expect(0);
        assertThat(load.complete()).isTrue();
    }

    @Test
    void waitsUntilATransactionIsFullOrTheLastPageCame() {
        load.expect(7);
        for (int index = 0; index < 4; index++) {
            load.keep(page(index, 200));
        }
        assertThat(load.isWorthStoring()).as("800 rows of 1,400").isFalse();

        load.keep(page(4, 200));
        assertThat(load.isWorthStoring()).as("1,000 rows").isTrue();
        assertThat(load.due()).hasSize(5);

        load.keep(page(6, 200));
        assertThat(load.isWorthStoring()).as("one is missing").isFalse();
        load.keep(page(5, 200));
        assertThat(load.isWorthStoring()).as("no more will come").isTrue();
    }

    @Test
    void doesNotWaitForAFullTransactionWherePagesAreSmall() {
        for (int index = 0; index < PageWindow.OF_LINK / 2; index++) {
            assertThat(load.isWorthStoring()).isFalse();
            load.keep(page(index, 1));
        }

        assertThat(load.isWorthStoring()).isTrue();
    }
}
