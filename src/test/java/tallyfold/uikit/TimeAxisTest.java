package tallyfold.uikit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeAxisTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final TimeAxis NOVEMBER = TimeAxis.months(YearMonth.of(2026, 11), YearMonth.of(2026, 11));

    @Test
    void placesDaysFromTheBeginningOfTheFirstToTheEndOfTheLast() {
        assertThat(NOVEMBER.at(FIRST)).isZero();
        assertThat(NOVEMBER.after(LocalDate.of(2026, 11, 30))).isEqualTo(100);
        assertThat(NOVEMBER.at(LocalDate.of(2026, 11, 16))).isEqualTo(50);
        assertThat(NOVEMBER.during(FIRST)).isEqualTo(100 / 60.0, within(0.001));
    }

    @Test
    void keepsDaysBeyondTheEndsAtTheEnds() {
        assertThat(NOVEMBER.at(LocalDate.of(1, 1, 1))).isZero();
        assertThat(NOVEMBER.after(LocalDate.of(9999, 12, 31))).isEqualTo(100);
        assertThat(NOVEMBER.covers(LocalDate.of(2026, 12, 1))).isFalse();
    }

    @Test
    void tellsTheYearAtTheFirstMonthAndWhereItChanges() {
        assertThat(TimeAxis.months(YearMonth.of(2026, 11), YearMonth.of(2027, 2))
                        .months(8))
                .extracting(TimeAxis.Tick::word)
                .containsExactly("Nov 2026", "Dec", "Jan 2027", "Feb");
    }

    @Test
    void hasFewTicksOverAnySpan() {
        TimeAxis all = TimeAxis.around(FIRST, List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));

        assertThat(all.months(8)).hasSizeBetween(1, 12);
        assertThat(TimeAxis.months(YearMonth.of(2025, 1), YearMonth.of(2026, 12))
                        .months(8))
                .hasSize(8);
    }

    @Test
    void doesNotRunBackwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeAxis(FIRST, FIRST.minusDays(1)));
    }
}
