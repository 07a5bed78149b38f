package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tallyfold.sync.SyncWarning;

class RemovalTest {

    private static List<Long> items(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    private static long[] ids(int from, int to) {
        return LongStream.rangeClosed(from, to).toArray();
    }

    @Test
    void missesWhatIsNotListedAnyMore() {
        assertThat(Removal.missing(ids(1, 10), new long[] {1, 2, 3, 4, 6, 7, 8, 9, 10, 11}))
                .containsExactly(5L);
        assertThat(Removal.missing(ids(1, 2), new long[0])).containsExactly(1L, 2L);
        assertThat(Removal.missing(new long[0], ids(1, 2))).isEmpty();
    }

    @Test
    void marksAFifthButNotMore() {
        assertThat(Removal.of(items(20), 100, 80).marked()).hasSize(20);
        assertThat(Removal.of(items(21), 100, 79).marked()).isEmpty();
        assertThat(Removal.of(items(21), 100, 79).warnings())
                .containsExactly(new SyncWarning(null, "REMOVAL_REFUSED", "21 of 100"));
    }

    @Test
    void letsAHandfulGoFromASmallProject() {
        assertThat(Removal.of(items(2), 4, 2).marked()).containsExactly(1L, 2L);
    }

    @Test
    void neverTakesAnEmptyListForAClearedProject() {
        assertThat(Removal.of(items(2), 2, 0).marked()).isEmpty();
        assertThat(Removal.of(items(2), 2, 0).warnings()).hasSize(1);
    }

    @Test
    void marksNothingWhereNothingVanished() {
        assertThat(Removal.of(List.of(), 0, 0).marked()).isEmpty();
        assertThat(Removal.of(List.of(), 0, 0).warnings()).isEmpty();
    }
}
