package tallyfold.portfolio.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;

/** Where each project of an import stands. Knows no component. */
final class ImportProgress {

    private final Map<LinkId, Row> rows = new LinkedHashMap<>();

    /** One project of the import. The same object all the time, so that a grid can redraw just its line. */
    static final class Row {

        private final LinkId link;
        private final String name;
        private @Nullable SyncRun run;

        private Row(LinkId link, String name) {
            this.link = link;
            this.name = name;
        }

        LinkId link() {
            return link;
        }

        String name() {
            return name;
        }

        @Nullable
        SyncRun run() {
            return run;
        }

        ImportState state() {
            return ImportState.of(run);
        }
    }

    ImportProgress(ImportBatch batch) {
        batch.names().forEach((link, name) -> rows.put(link, new Row(link, name)));
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    List<LinkId> links() {
        return List.copyOf(rows.keySet());
    }

    /** Takes news in; gives the row it is about, nothing when it is old or about something else. */
    Optional<Row> take(SyncRun news) {
        Row row = rows.get(news.link());
        if (row == null || isOlder(news, row.run)) {
            return Optional.empty();
        }
        row.run = news;
        return Optional.of(row);
    }

    Map<ImportState, Integer> counts() {
        Map<ImportState, Integer> counts = new EnumMap<>(ImportState.class);
        rows.values().forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        return counts;
    }

    boolean ended() {
        return rows.values().stream().allMatch(row -> row.state().ended());
    }

    /** The links nobody has begun with. */
    List<LinkId> waiting() {
        List<LinkId> waiting = new ArrayList<>();
        rows.values().stream().filter(row -> row.state() == ImportState.WAITING).forEach(row -> waiting.add(row.link));
        return waiting;
    }

    private static boolean isOlder(SyncRun news, @Nullable SyncRun known) {
        if (known == null) {
            return false;
        }
        int order = Comparator.comparing(SyncRun::requested).compare(news, known);
        if (!news.id().equals(known.id())) {
            return order < 0;
        }
        return news.read() < known.read() || (known.finished() != null && news.finished() == null);
    }
}
