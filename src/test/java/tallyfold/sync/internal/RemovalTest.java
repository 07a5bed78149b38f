package tallyfold.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RemovalTest {

    private static long[] ids(int from, int to) {
        return LongStream.rangeClosed(from, to).toArray();
    }

    @Test
    void marksWhatIsNotListedAnyMore() {
        assertThat(Removal.of(ids(1, 10), new long[] {1, 2, 3, 4, 6, 7, 8, 9, 10, 11})
                        .marked())
                .containsExactly(5L);
    }

    @Test
    void marksAFifthButNotMore() {
        assertThat(Removal.of(ids(1, 100), ids(21, 100)).marked()).hasSize(20);
        assertThat(Removal.of(ids(1, 100), ids(22, 100)).marked()).isEmpty();
        assertThat(Removal.of(ids(1, 100), ids(22, 100)).warnings()).hasSize(1);
    }

    @Test
    void letsAHandfulGoFromASmallProject() {
        assertThat(Removal.of(ids(1, 4), ids(3, 4)).marked()).containsExactly(1L, 2L);
    }

    @Test
    void neverTakesAnEmptyListForAClearedProject() {
        assertThat(Removal.of(ids(1, 2), new long[0]).marked()).isEmpty();
        assertThat(Removal.of(ids(1, 2), new long[0]).warnings()).hasSize(1);
    }

    @Test
    void marksNothingWhereNothingWasShown() {
        assertThat(Removal.of(new long[0], new long[0]).marked()).isEmpty();
        assertThat(Removal.of(new long[0], new long[0]).warnings()).isEmpty();
    }
}
