package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static List<Instant> next(Rhythm rhythm, String after, int count) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> time = rhythm.next(Instant.parse(after), BERLIN);
        while (time.isPresent() && times.size() < count) {
            times.add(time.get());
            time = rhythm.next(time.get(), BERLIN);
        }
        return times;
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "PT5M", "PT24H", "cron 0 6 * * MON-FRI", "cron 30 0 6 * * *"})
    void readsWhatItWrote(String text) {
        assertThat(Rhythm.parse(text).text()).isEqualTo(text);
    }

    @Test
    void offNeverComes() {
        assertThat(Rhythm.every(Duration.ZERO)).isEqualTo(Rhythm.OFF);
        assertThat(Rhythm.OFF.next(NOW, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void aTimeIsAsLongWhateverTheClocksDo() {
        assertThat(next(Rhythm.every(Duration.ofHours(1)), "2026-10-25T00:30:00Z", 3))
                .containsExactly(at("2026-10-25T01:30:00Z"), at("2026-10-25T02:30:00Z"), at("2026-10-25T03:30:00Z"));
    }

    @Test
    void refusesLessThanAMinute() {
        assertThatThrownBy(() -> Rhythm.every(Duration.ofSeconds(59)))
                .hasMessageContaining("more often than once a minute");
    }

    @Nested
    class Cron {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "every day               | cron expression",
                    "0 6 * *                 | cron expression",
                    "61 * * * *              | cron expression",
                    "* * * * * *             | more often than once a minute",
                    "*/30 * * * * *          | more often than once a minute",
                    "0,59 0 6 * * *          | more often than once a minute",
                    "0 6 30 2 *              | never comes",
                    "''                      | cron expression"
                })
        void refusesWithASentence(String expression, String reason) {
            assertThatThrownBy(() -> new Rhythm.Cron(expression))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(reason);
        }

        @Test
        void refusesWhatIsTooLongToKeep() {
            assertThatThrownBy(() -> new Rhythm.Cron("0 6 " + "1,".repeat(100) + "1 * *"))
                    .hasMessageContaining("too long");
        }

        @ParameterizedTest
        @ValueSource(strings = {"* * * * *", "0 6 29 2 *", "@daily", " 0  6 * *   MON-FRI ", "0 6 L * *"})
        void takesWhatPeopleType(String expression) {
            assertThat(new Rhythm.Cron(expression).next(NOW, BERLIN)).isPresent();
        }

        @Test
        void goesByTheClockOnTheWall() {
            assertThat(next(new Rhythm.Cron("0 6 * * *"), "2026-10-23T12:00:00Z", 3))
                    .as("the clocks are put back on 25 October")
                    .containsExactly(
                            at("2026-10-24T04:00:00Z"), at("2026-10-25T05:00:00Z"), at("2026-10-26T05:00:00Z"));
        }

        @Test
        void comesOnceOnTheDayWhoseHourIsMissing() {
            assertThat(next(new Rhythm.Cron("30 2 * * *"), "2026-03-27T12:00:00Z", 3))
                    .as("there is no 02:30 on 29 March")
                    .containsExactly(
                            at("2026-03-28T01:30:00Z"), at("2026-03-29T01:00:00Z"), at("2026-03-30T00:30:00Z"));
        }

        @Test
        void aQuarterOfAnHourStaysOneWhereAnHourIsMissing() {
            assertThat(next(new Rhythm.Cron("*/15 * * * *"), "2026-03-29T00:40:00Z", 3))
                    .containsExactly(
                            at("2026-03-29T00:45:00Z"), at("2026-03-29T01:00:00Z"), at("2026-03-29T01:15:00Z"));
        }

        @Test
        void neverStandsStillInTheHourThatComesTwice() {
            List<Instant> times = next(new Rhythm.Cron("*/15 * * * *"), "2026-10-25T00:00:00Z", 9);

            assertThat(times).isSorted().doesNotHaveDuplicates();
            assertThat(Duration.between(times.getFirst(), times.getLast())).isEqualTo(Duration.ofHours(2));
        }
    }
}
