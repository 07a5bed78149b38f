package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.function.Supplier;
import tallyfold.sync.SyncService;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** When the server syncs next, and the way to take along what is shown. */
final class SyncStatusLine extends Div {

    private final Span schedule = new Span();

    /** @param csv makes the file; called on another thread than the page's */
    SyncStatusLine(Supplier<String> csv) {
        addClassName("tf-sync-line");
        schedule.addClassName("tf-quiet");
        DownloadHandler handler = event -> {
            event.setFileName("sync-status.csv");
            event.setContentType("text/csv; charset=utf-8");
            event.getOutputStream().write(csv.get().getBytes(StandardCharsets.UTF_8));
        };
        Anchor export = new Anchor(handler, "");
        export.add(Symbol.IMPORT.icon(), new Span(Texts.of("portfolio.export")));
        export.addClassName("tf-sync-export");
        add(schedule, export);
    }

    void show(SyncService syncs) {
        ZoneId zone = syncs.zone();
        schedule.setText(syncs.nextScheduled()
                .map(time -> Texts.of("portfolio.next-run", Times.minute(time, zone), zone.getId()))
                .orElse(Texts.of("portfolio.next-run.off")));
    }
}
