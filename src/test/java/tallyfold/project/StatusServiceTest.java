package tallyfold.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.audit.AuditEvent;
import tallyfold.project.UpdateStatusesResult.Refused;
import tallyfold.project.UpdateStatusesResult.Updated;
import tallyfold.project.internal.EndedHoldsDriver;
import tallyfold.support.Databases;
import tallyfold.support.MutableClock;

/** Saying how a project stands, and what becomes of it with time. */
@ParameterizedClass
@EnumSource(Databases.Kind.class)
class StatusServiceTest extends LinkingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final MutableClock clock;
    private final StatusService statuses;

    StatusServiceTest(Databases.Kind kind) {
        super(kind, new MutableClock(NOW));
        clock = (MutableClock) context.getBean(Clock.class);
        statuses = context.getBean(StatusService.class);
    }

    private Project stored(ProjectId id) {
        return projects.find(id).orElseThrow();
    }

    private Project say(ProjectId id, StatusDraft... drafts) {
        UpdateStatusesResult result =
                statuses.update(id, List.of(drafts), stored(id).version());
        assertThat(result).isInstanceOf(Updated.class);
        return ((Updated) result).project();
    }

    private ProjectStatuses.Entry entry(ProjectId id, StatusArea area) {
        return statuses.statuses(stored(id)).of(area);
    }

    private static StatusDraft schedule(OverallStatus status, StatusHold hold) {
        return new StatusDraft(StatusArea.SCHEDULE, status, "Waits for the bank", hold);
    }

    @Nested
    class Saying {

        @Test
        void beginsWithNothingSaidAndAComputedSchedule() {
            ProjectStatuses begun = statuses.statuses(stored(project("Shop")));

            assertThat(begun.of(StatusArea.SCHEDULE).automatic()).isTrue();
            assertThat(List.of(StatusArea.OVERALL, StatusArea.RISK, StatusArea.ISSUES))
                    .allMatch(area -> begun.of(area).status() == OverallStatus.NONE);
            assertThat(begun.newest()).isEmpty();
        }

        @Test
        void keepsStatusNotePersonAndTimeOfEachArea() {
            ProjectId shop = project("Shop");

            say(
                    shop,
                    new StatusDraft(StatusArea.OVERALL, OverallStatus.AT_RISK, " Two partners\0 have not signed "),
                    new StatusDraft(StatusArea.RISK, OverallStatus.ON_TRACK, ""));

            assertThat(entry(shop, StatusArea.OVERALL))
                    .isEqualTo(new ProjectStatuses.Entry(
                            OverallStatus.AT_RISK, "Two partners  have not signed", "Anna", NOW, null));
            assertThat(stored(shop).status().overall()).isEqualTo(OverallStatus.AT_RISK);
            assertThat(entry(shop, StatusArea.ISSUES).at()).isNull();
            verify(audit)
                    .record(
                            "project.status-said",
                            "Shop " + shop.value(),
                            AuditEvent.Outcome.SUCCESS,
                            "Overall from None to At Risk");
        }

        @Test
        void leavesWhatIsAsBeforeToWhoSaidIt() {
            ProjectId shop = project("Shop");
            StatusDraft risk = new StatusDraft(StatusArea.RISK, OverallStatus.AT_RISK, "Storm");
            say(shop, risk);
            clock.advance(Duration.ofDays(1));

            say(shop, risk, new StatusDraft(StatusArea.ISSUES, OverallStatus.OFF_TRACK, ""));

            assertThat(entry(shop, StatusArea.RISK).at()).isEqualTo(NOW);
            assertThat(statuses.countHistory(shop)).isEqualTo(2);
        }

        @Test
        void keepsEveryChangeNewestFirst() {
            ProjectId shop = project("Shop");
            for (OverallStatus status : List.of(OverallStatus.AT_RISK, OverallStatus.OFF_TRACK, OverallStatus.DONE)) {
                say(shop, new StatusDraft(StatusArea.OVERALL, status, ""));
            }

            assertThat(statuses.history(shop, 0, 2))
                    .extracting(StatusChange::status)
                    .containsExactly(OverallStatus.DONE, OverallStatus.OFF_TRACK);
            assertThat(statuses.history(shop, 2, 10))
                    .extracting(StatusChange::status)
                    .containsExactly(OverallStatus.AT_RISK);
            assertThat(told.of(ProjectStatusChanged.class))
                    .last()
                    .matches(event -> !event.status().active());
        }

        @Test
        void readsSeveralProjectsAtOnce() {
            ProjectId shop = project("Shop");
            ProjectId bank = project("Bank");
            say(shop, new StatusDraft(StatusArea.RISK, OverallStatus.AT_RISK, "Storm"));

            assertThat(statuses.statusesOf(List.of(stored(shop), stored(bank))))
                    .hasSize(2)
                    .satisfies(both -> assertThat(Objects.requireNonNull(both.get(bank))
                                    .of(StatusArea.RISK)
                                    .status())
                            .isEqualTo(OverallStatus.NONE));
            assertThat(statuses.statusesOf(List.of())).isEmpty();
        }
    }

    @Nested
    class Refusing {

        @Test
        void refusesWhatDoesNotFitItsArea() {
            ProjectId shop = project("Shop");

            assertThat(refused(shop, new StatusDraft(StatusArea.RISK, OverallStatus.DONE, "")))
                    .isEqualTo(StatusArea.RISK);
            assertThat(refused(shop, new StatusDraft(StatusArea.OVERALL, null, "")))
                    .isEqualTo(StatusArea.OVERALL);
            assertThat(refused(shop, new StatusDraft(StatusArea.ISSUES, OverallStatus.AT_RISK, "x".repeat(1_001))))
                    .isEqualTo(StatusArea.ISSUES);
            assertThat(statuses.countHistory(shop)).isZero();
            say(shop, new StatusDraft(StatusArea.ISSUES, OverallStatus.AT_RISK, "漢".repeat(1_000)));
        }

        private StatusArea refused(ProjectId id, StatusDraft draft) {
            return ((Refused) statuses.update(id, List.of(draft), stored(id).version())).area();
        }

        @Test
        void refusesAnOldVersion() {
            ProjectId shop = project("Shop");
            int seen = stored(shop).version();
            StatusDraft draft = new StatusDraft(StatusArea.RISK, OverallStatus.AT_RISK, "");
            say(shop, draft);

            assertThat(statuses.update(shop, List.of(draft), seen)).isInstanceOf(UpdateStatusesResult.Outdated.class);
            assertThat(statuses.update(new ProjectId(UUID.randomUUID()), List.of(draft), 0))
                    .isInstanceOf(UpdateStatusesResult.Gone.class);
        }
    }

    @Nested
    class Holding {

        @ParameterizedTest
        @EnumSource(
                value = StatusHold.class,
                names = {"THREE_DAYS", "FIVE_DAYS", "SEVEN_DAYS", "TEN_DAYS"})
        void returnsToTheComputedOneWhenTheTimeHasPassed(StatusHold hold) {
            ProjectId shop = project("Shop");
            say(shop, schedule(OverallStatus.ON_TRACK, hold));
            Duration time = Duration.ofDays(hold.days());
            assertThat(entry(shop, StatusArea.SCHEDULE).until()).isEqualTo(NOW.plus(time));

            clock.advance(time.minusMillis(1));
            assertThat(entry(shop, StatusArea.SCHEDULE).status()).isEqualTo(OverallStatus.ON_TRACK);
            clock.advance(Duration.ofMillis(1));

            assertThat(entry(shop, StatusArea.SCHEDULE).automatic()).isTrue();
            assertThat(entry(shop, StatusArea.SCHEDULE).note()).isEmpty();
        }

        @Test
        void holdsUntilChangedWhenAskedTo() {
            ProjectId shop = project("Shop");
            say(shop, schedule(OverallStatus.ON_TRACK, StatusHold.UNTIL_CHANGED));
            clock.advance(Duration.ofDays(400));

            assertThat(entry(shop, StatusArea.SCHEDULE).automatic()).isFalse();
            say(shop, new StatusDraft(StatusArea.SCHEDULE, null, ""));
            assertThat(entry(shop, StatusArea.SCHEDULE).automatic()).isTrue();
        }

        @Test
        void keepsTheEndWhenOnlyTheNoteChanges() {
            ProjectId shop = project("Shop");
            say(shop, schedule(OverallStatus.ON_TRACK, StatusHold.FIVE_DAYS));
            clock.advance(Duration.ofDays(2));

            say(shop, new StatusDraft(StatusArea.SCHEDULE, OverallStatus.ON_TRACK, "Signed", StatusHold.AS_BEFORE));

            assertThat(entry(shop, StatusArea.SCHEDULE).until()).isEqualTo(NOW.plus(Duration.ofDays(5)));
        }

        @Test
        void isWrittenDownOnceByTheDailyJob() {
            ProjectId shop = project("Shop");
            ProjectId bank = project("Bank");
            say(shop, schedule(OverallStatus.ON_TRACK, StatusHold.THREE_DAYS));
            say(bank, schedule(OverallStatus.ON_TRACK, StatusHold.THREE_DAYS));
            say(bank, schedule(OverallStatus.AT_RISK, StatusHold.TEN_DAYS));
            clock.advance(Duration.ofDays(4));

            EndedHoldsDriver.end(context);
            EndedHoldsDriver.end(context);

            StatusChange ended = statuses.history(shop, 0, 1).getFirst();
            assertThat(ended.status()).isNull();
            assertThat(ended.by()).isNull();
            assertThat(ended.at()).isEqualTo(NOW.plus(Duration.ofDays(3)));
            assertThat(statuses.countHistory(shop)).isEqualTo(2);
            assertThat(statuses.countHistory(bank)).isEqualTo(2);
            assertThat(entry(bank, StatusArea.SCHEDULE).status()).isEqualTo(OverallStatus.AT_RISK);
        }
    }
}
