package tallyfold.portfolio.ui.portfolios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallyfold.portfolio.ui.portfolios.TimelineScale.Line;
import tallyfold.portfolio.ui.portfolios.TimelineScale.Unit;

class TimelineScaleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static TimelineScale scale(Unit unit, @Nullable LocalDate... days) {
        return TimelineScale.of(Stream.of(days), TODAY, unit);
    }

    @Test
    void beginsAndEndsWithWholeUnits() {
        TimelineScale scale = scale(Unit.QUARTERS, LocalDate.of(2026, 2, 14), LocalDate.of(2027, 5, 1));

        assertThat(scale.first()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(scale.end()).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(scale.lines()).extracting(Line::words).containsExactly("2026", "Q2", "Q3", "Q4", "2027", "Q2");
        assertThat(scale.at(scale.first())).isZero();
        assertThat(scale.at(scale.end())).isEqualTo(100);
        assertThat(scale.at(LocalDate.of(2026, 7, 1))).isBetween(33.0, 34.0);
    }

    @Test
    void showsTodayAndSomethingAroundItWithoutAnyDay() {
        TimelineScale scale = scale(Unit.MONTHS, (LocalDate) null);

        assertThat(scale.lines()).extracting(Line::words).containsExactly("Nov", "Dec", "2027", "Feb");
        assertThat(scale.at(TODAY)).isBetween(0.0, 100.0);
    }

    @Test
    void takesALongerUnitWhereLinesWouldRunIntoEachOther() {
        TimelineScale scale = scale(Unit.MONTHS, LocalDate.of(2022, 1, 1), LocalDate.of(2027, 1, 1));

        assertThat(scale.unit()).isEqualTo(Unit.QUARTERS);
        assertThat(scale(Unit.MONTHS, LocalDate.of(2022, 1, 1), LocalDate.of(2031, 1, 1))
                        .unit())
                .isEqualTo(Unit.YEARS);
    }

    @Test
    void cutsOffDaysThatAreFarAway() {
        TimelineScale scale = scale(Unit.QUARTERS, LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31));

        assertThat(scale.lines()).hasSize(16);
        assertThat(scale.at(LocalDate.MIN.plusYears(1))).isZero();
        assertThat(scale.at(LocalDate.of(9999, 12, 31))).isEqualTo(100);
    }
}
