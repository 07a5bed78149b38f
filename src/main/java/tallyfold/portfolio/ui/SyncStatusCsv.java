package tallyfold.portfolio.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Csv;
import tallyfold.sync.SyncRun;
import tallyfold.sync.ui.SyncStatusBadge;

/** Writes what "Sync status" shows as comma-separated values; times with their distance from UTC. */
final class SyncStatusCsv {

    private static final String HEADER =
            "Project,Linked system,Last sync,Sync status,Details,Next sync,Added,Changed,Removed,Warnings,Requests";

    private SyncStatusCsv() {}

    static String of(List<SyncStatusRow> rows, ZoneId zone) {
        StringBuilder out =
                new StringBuilder(Csv.BYTE_ORDER_MARK).append(HEADER).append(Csv.END);
        rows.forEach(row -> out.append(line(row, zone)).append(Csv.END));
        return out.toString();
    }

    private static String line(SyncStatusRow row, ZoneId zone) {
        @Nullable SyncRun run = row.run();
        return String.join(
                ",",
                Csv.text(row.project().name()),
                Csv.text(row.system()),
                time(run == null ? null : run.finished(), zone),
                Csv.text(SyncStatusBadge.word(run)),
                Csv.text(SyncDetails.words(row)),
                time(row.next(), zone),
                number(run == null ? 0 : run.added()),
                number(run == null ? 0 : run.changed()),
                number(run == null ? 0 : run.removed()),
                number(run == null ? 0 : run.warnings()),
                number(run == null ? 0 : run.requests()));
    }

    private static String time(@Nullable Instant time, ZoneId zone) {
        return time == null
                ? ""
                : time.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(zone)
                        .toOffsetDateTime()
                        .toString();
    }

    private static String number(int value) {
        return Integer.toString(value);
    }
}
