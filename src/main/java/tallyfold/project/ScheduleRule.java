package tallyfold.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.Texts;

/** How the schedule status of a project is computed; every threshold stands here and nowhere else. */
public final class ScheduleRule {

    /** Percent points by which the closed share may stay behind the time that has passed. */
    public static final int BEHIND_AT_RISK = 15;

    public static final int BEHIND_OFF_TRACK = 35;

    /** Late items in percent of the open ones. */
    public static final int LATE_AT_RISK = 5;

    public static final int LATE_OFF_TRACK = 20;

    private static final int ALL = 100;

    private record Finding(OverallStatus status, String words) {}

    private ScheduleRule() {}

    public static ScheduleVerdict judge(ScheduleFacts facts) {
        if (!facts.resting().isEmpty()) {
            return new ScheduleVerdict(
                    OverallStatus.NONE, List.of(Texts.of("project.schedule.resting", facts.resting())));
        }
        if (isAllClosed(facts)) {
            return new ScheduleVerdict(OverallStatus.ON_TRACK, List.of(Texts.of("project.schedule.all-closed")));
        }
        List<Finding> findings = findings(facts);
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.status() == OverallStatus.OFF_TRACK ? 0 : 1));
        return findings.isEmpty()
                ? calm(facts)
                : new ScheduleVerdict(
                        findings.getFirst().status(),
                        findings.stream().map(Finding::words).toList());
    }

    /** Late items of other types and key dates count all the same, so that closed stories do not hide them. */
    private static boolean isAllClosed(ScheduleFacts facts) {
        Integer closed = facts.closedPercent();
        return closed != null
                && closed == ALL
                && facts.late() == 0
                && facts.keyDatesAtRisk() == 0
                && facts.keyDatesCritical() == 0;
    }

    private static List<Finding> findings(ScheduleFacts facts) {
        List<Finding> findings = new ArrayList<>();
        pace(facts, findings);
        if (facts.late() > 0 && facts.open() > 0) {
            long share = facts.late() * ALL / facts.open();
            add(findings, share, LATE_AT_RISK, LATE_OFF_TRACK, Texts.of("project.schedule.late", facts.late(), share));
        }
        if (facts.keyDatesCritical() > 0) {
            findings.add(new Finding(
                    OverallStatus.OFF_TRACK,
                    Texts.of("project.schedule.critical", facts.keyDatesCritical(), KeyDate.CRITICAL_AFTER)));
        }
        if (facts.keyDatesAtRisk() > 0) {
            findings.add(
                    new Finding(OverallStatus.AT_RISK, Texts.of("project.schedule.key-dates", facts.keyDatesAtRisk())));
        }
        return findings;
    }

    private static void pace(ScheduleFacts facts, List<Finding> findings) {
        Integer passed = facts.passedPercent();
        Integer closed = facts.closedPercent();
        boolean open = closed == null || closed < ALL;
        if (facts.daysOverFinish() > 0 && open) {
            String over = Texts.of("project.schedule.over", facts.daysOverFinish());
            findings.add(new Finding(
                    OverallStatus.OFF_TRACK,
                    closed == null ? over : Texts.of("project.schedule.over-closed", over, closed)));
        } else if (passed != null && closed != null) {
            add(findings, passed - closed, BEHIND_AT_RISK, BEHIND_OFF_TRACK, paceWords(passed, closed));
        }
    }

    private static void add(List<Finding> findings, long value, int atRisk, int offTrack, String words) {
        if (value >= atRisk) {
            findings.add(new Finding(value >= offTrack ? OverallStatus.OFF_TRACK : OverallStatus.AT_RISK, words));
        }
    }

    private static ScheduleVerdict calm(ScheduleFacts facts) {
        @Nullable Integer passed = facts.passedPercent();
        @Nullable Integer closed = facts.closedPercent();
        if (passed == null || closed == null) {
            return new ScheduleVerdict(
                    OverallStatus.NONE,
                    List.of(Texts.of(passed == null ? "project.schedule.no-dates" : "project.schedule.no-items")));
        }
        return new ScheduleVerdict(OverallStatus.ON_TRACK, List.of(paceWords(passed, closed)));
    }

    private static String paceWords(int passed, int closed) {
        return Texts.of("project.schedule.pace", passed, closed);
    }
}
