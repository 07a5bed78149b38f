package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "30, false, ON_TRACK",
        "0, false, ON_TRACK",
        "-1, false, AT_RISK",
        "-10, false, AT_RISK",
        "-11, false, CRITICAL",
        "-11, true, DONE",
        "5, true, DONE"
    })
    void standsByHowLateItIs(int days, boolean done, KeyDate.Status status) {
        assertThat(KeyDate.of("Go-live", TODAY.plusDays(days), done, KeyDate.Source.OWN, TODAY)
                        .status())
                .isEqualTo(status);
    }
}
