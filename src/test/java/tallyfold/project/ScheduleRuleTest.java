package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static tallyfold.project.OverallStatus.AT_RISK;
import static tallyfold.project.OverallStatus.NONE;
import static tallyfold.project.OverallStatus.OFF_TRACK;
import static tallyfold.project.OverallStatus.ON_TRACK;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The computed schedule status, at each of its thresholds. */
class ScheduleRuleTest {

    private static ScheduleFacts facts(
            @Nullable Integer passed, @Nullable Integer closed, long over, long open, long late, long risky, long bad) {
        return new ScheduleFacts("", passed, closed, over, open, late, risky, bad);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 50, ON_TRACK",
        "50, 90, ON_TRACK",
        "50, 36, ON_TRACK",
        "50, 35, AT_RISK",
        "50, 16, AT_RISK",
        "50, 15, OFF_TRACK",
        "91, 58, AT_RISK",
        "100, 99, ON_TRACK",
        "100, 0, OFF_TRACK",
        "0, 0, ON_TRACK"
    })
    void comparesWhatIsClosedWithTheTimeThatHasPassed(int passed, int closed, OverallStatus status) {
        ScheduleVerdict verdict = ScheduleRule.judge(facts(passed, closed, 0, 10, 0, 0, 0));

        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.words()).isEqualTo(passed + " % of the time has passed, " + closed + " % is closed");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, ON_TRACK",
        "100, 4, ON_TRACK",
        "100, 5, AT_RISK",
        "100, 19, AT_RISK",
        "100, 20, OFF_TRACK",
        "1, 1, OFF_TRACK"
    })
    void comparesLateItemsWithTheOpenOnes(long open, long late, OverallStatus status) {
        assertThat(ScheduleRule.judge(facts(10, 10, 0, open, late, 0, 0)).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 99, ON_TRACK, '100 % of the time has passed, 99 % is closed'",
        "1, 99, OFF_TRACK, 'The finish date passed 1 day ago, 99 % is closed'",
        "40, 99, OFF_TRACK, 'The finish date passed 40 days ago, 99 % is closed'",
        "40, 100, ON_TRACK, 'Everything that counts is closed'"
    })
    void mindsAFinishThatPassedUnlessAllIsClosed(long over, int closed, OverallStatus status, String words) {
        ScheduleVerdict verdict = ScheduleRule.judge(facts(100, closed, over, 10, 0, 0, 0));

        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.words()).isEqualTo(words);
    }

    @Test
    void mindsKeyDatesHoweverMuchIsClosed() {
        assertThat(ScheduleRule.judge(facts(10, 100, 0, 0, 0, 1, 0)))
                .isEqualTo(new ScheduleVerdict(AT_RISK, List.of("1 key date is late")));
        assertThat(ScheduleRule.judge(facts(10, 100, 0, 0, 0, 0, 2)))
                .isEqualTo(new ScheduleVerdict(OFF_TRACK, List.of("2 key dates are more than 10 days late")));
    }

    @Test
    void namesTheWeightiestReasonFirstAndAllOfThem() {
        ScheduleVerdict verdict = ScheduleRule.judge(facts(60, 40, 0, 30, 6, 1, 0));

        assertThat(verdict.status()).isEqualTo(OFF_TRACK);
        assertThat(verdict.reasons())
                .containsExactly(
                        "6 late items, 20 % of those open",
                        "60 % of the time has passed, 40 % is closed", "1 key date is late");
    }

    @Test
    void saysWhatItWouldNeedToKnow() {
        assertThat(ScheduleRule.judge(facts(null, 10, 0, 10, 0, 0, 0)))
                .isEqualTo(new ScheduleVerdict(NONE, List.of("No start and finish to compare with")));
        assertThat(ScheduleRule.judge(facts(10, null, 0, 0, 0, 0, 0)).words()).isEqualTo("Nothing to count yet");
        assertThat(ScheduleRule.judge(facts(null, null, 3, 0, 0, 0, 0)))
                .isEqualTo(new ScheduleVerdict(OFF_TRACK, List.of("The finish date passed 3 days ago")));
        assertThat(ScheduleRule.judge(facts(null, 10, 0, 10, 3, 0, 0)).status()).isEqualTo(OFF_TRACK);
    }

    @Test
    void leavesAProjectAloneThatNobodyWorksOn() {
        ScheduleVerdict verdict = ScheduleRule.judge(new ScheduleFacts("Progress is On Hold", 100, 0, 9, 9, 9, 9, 9));

        assertThat(verdict).isEqualTo(new ScheduleVerdict(NONE, List.of("Not computed: Progress is On Hold")));
        assertThat(ScheduleRule.judge(facts(0, 0, 0, 0, 0, 0, 0)).status()).isEqualTo(ON_TRACK);
    }
}
