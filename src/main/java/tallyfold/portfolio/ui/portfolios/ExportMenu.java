package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.portfolio.ui.ProjectRows;
import tallyfold.project.Portfolio;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The button "Export" with the formats there are. What is exported is read anew, and written down in the audit log. */
final class ExportMenu extends Composite<Button> {

    /** Writes a file. */
    private interface Format {
        void write(PortfolioExport export, OutputStream stream) throws IOException;
    }

    private final transient Portfolio portfolio;
    private final transient ProjectRows rows;
    private final transient AuditLog audit;

    ExportMenu(Portfolio portfolio, ProjectRows rows, AuditLog audit, Clock clock) {
        this.portfolio = portfolio;
        this.rows = rows;
        this.audit = audit;
        Button button = getContent();
        button.setText(Texts.of("portfolios.export"));
        button.setSuffixComponent(Symbol.CHEVRON_DOWN.icon());
        button.getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(link("CSV", "csv", "text/csv; charset=utf-8", PortfolioExport::csv));
        menu.addItem(
                link("JSON", "json", "application/json", (export, stream) -> export.json(stream, clock.instant())));
    }

    private Anchor link(String name, String extension, String type, Format format) {
        DownloadHandler handler = event -> {
            PortfolioExport export = new PortfolioExport(new Overview(rows.read()), portfolio);
            audit.record(
                    "portfolio.exported",
                    portfolio.name() + " " + portfolio.id().value(),
                    AuditEvent.Outcome.SUCCESS,
                    name + ", " + export.projects() + " projects");
            event.setFileName("portfolio." + extension);
            event.setContentType(type);
            format.write(export, event.getOutputStream());
        };
        Anchor link = new Anchor(handler, "");
        link.add(new Span(name));
        link.addClassName("tf-project-open");
        return link;
    }
}
