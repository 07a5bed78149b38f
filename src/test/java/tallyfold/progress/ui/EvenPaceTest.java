package tallyfold.progress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallyfold.progress.BurnUp;

class EvenPaceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static EvenPace pace(@Nullable LocalDate start, @Nullable LocalDate finish, long scope) {
        return EvenPace.of(new BurnUp("Shop\\1", "1", start, finish, scope, List.of(new BurnUp.Day(MONDAY, scope, 0))));
    }

    @Test
    void restsAtWeekends() {
        EvenPace pace = pace(MONDAY, MONDAY.plusDays(13), 40);

        assertThat(pace.at(MONDAY)).isEqualTo(4);
        assertThat(pace.at(MONDAY.plusDays(4))).isEqualTo(20);
        assertThat(pace.at(MONDAY.plusDays(6))).isEqualTo(20);
        assertThat(pace.at(MONDAY.plusDays(11))).isEqualTo(40);
        assertThat(pace.at(MONDAY.plusDays(13))).isEqualTo(40);
    }

    @Test
    void isDoneAfterAnIterationOfOneDayOrOfAWeekend() {
        assertThat(pace(MONDAY, MONDAY, 7).at(MONDAY)).isEqualTo(7);
        EvenPace weekend = pace(MONDAY.plusDays(5), MONDAY.plusDays(6), 7);
        assertThat(weekend.at(MONDAY.plusDays(5))).isZero();
        assertThat(weekend.at(MONDAY.plusDays(6))).isEqualTo(7);
    }

    @Test
    void managesWithoutDaysAndWithAFinishBeforeTheStart() {
        assertThat(pace(null, null, 7).at(MONDAY)).isEqualTo(7);
        assertThat(pace(MONDAY, MONDAY.minusDays(3), 7).at(MONDAY)).isEqualTo(7);
        assertThat(pace(MONDAY, MONDAY.plusDays(4), 0).at(MONDAY.plusDays(2))).isZero();
    }
}
