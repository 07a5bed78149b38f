package tallyfold.administration.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tallyfold.audit.AuditEntry;
import tallyfold.audit.AuditFilter;
import tallyfold.audit.AuditService;
import tallyfold.kernel.Csv;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The way to the events as a file: all that match, in Coordinated Universal Time. */
final class AuditExport extends Anchor {

    private static final String[] COLUMNS = {
        "number", "when", "who", "from-where", "action", "action-code", "on-what", "outcome", "detail"
    };

    AuditExport(AuditService audit, Supplier<AuditFilter> filter) {
        super(handler(audit, filter), "");
        add(Symbol.IMPORT.icon(), new Span(Texts.of("audit.export")));
        addClassName("tf-audit-export");
    }

    private static DownloadHandler handler(AuditService audit, Supplier<AuditFilter> filter) {
        return event -> {
            event.setFileName("audit-log.csv");
            event.setContentType("text/csv; charset=utf-8");
            try (Writer writer =
                    new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
                write(writer, audit, filter.get());
            }
        };
    }

    static void write(Writer writer, AuditService audit, AuditFilter filter) throws IOException {
        writer.write(Csv.BYTE_ORDER_MARK);
        writer.write(Stream.of(COLUMNS)
                .map(column -> Csv.text(Texts.of("audit." + column)))
                .collect(Collectors.joining(",", "", Csv.END)));
        audit.export(filter, entry -> {
            try {
                writer.write(line(entry));
            } catch (IOException e) {
                throw new UncheckedIOException("The reader of the file has gone away", e);
            }
        });
    }

    private static String line(AuditEntry entry) {
        return entry.seq() + ","
                + Stream.of(
                                entry.occurredAt().toString(),
                                entry.event().actor(),
                                entry.event().origin(),
                                AuditWords.action(entry.event().action()),
                                entry.event().action(),
                                entry.event().subject(),
                                AuditWords.outcome(entry.event().outcome()),
                                entry.event().detail())
                        .map(Csv::text)
                        .collect(Collectors.joining(","))
                + Csv.END;
    }
}
