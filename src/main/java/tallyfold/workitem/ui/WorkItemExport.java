package tallyfold.workitem.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tallyfold.project.ProjectId;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.MappedFieldService;
import tallyfold.workitem.WorkItemCsv;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemKey;
import tallyfold.workitem.WorkItemRow;
import tallyfold.workitem.WorkItemService;

/** The way to the work items as a file: all that match, with every column, those of mapped fields at the end. */
final class WorkItemExport extends Anchor {

    private static final int BATCH = 500;

    WorkItemExport(
            WorkItemService items, MappedFieldService mapped, ProjectId project, Supplier<WorkItemFilter> filter) {
        super(handler(items, mapped, project, filter), "");
        add(Symbol.IMPORT.icon());
        addClassName("tf-item-export");
        getElement().setAttribute("aria-label", Texts.of("workitem.export"));
        Tooltip.forComponent(this).setText(Texts.of("workitem.export"));
    }

    private static DownloadHandler handler(
            WorkItemService items, MappedFieldService mapped, ProjectId project, Supplier<WorkItemFilter> filter) {
        return event -> {
            event.setFileName("work-items.csv");
            event.setContentType("text/csv; charset=utf-8");
            try (Writer writer =
                    new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
                List<String> columns = mapped.columns(project);
                WorkItemCsv csv = new WorkItemCsv(writer, columns);
                List<WorkItemRow> waiting = new ArrayList<>();
                items.export(project, filter.get(), row -> {
                    waiting.add(row);
                    if (columns.isEmpty() || waiting.size() == BATCH) {
                        write(csv, mapped, project, columns, waiting);
                    }
                });
                write(csv, mapped, project, columns, waiting);
            }
        };
    }

    private static void write(
            WorkItemCsv csv,
            MappedFieldService mapped,
            ProjectId project,
            List<String> columns,
            List<WorkItemRow> rows) {
        Map<WorkItemKey, Map<String, String>> values = columns.isEmpty()
                ? Map.of()
                : mapped.values(project, rows.stream().map(WorkItemRow::key).toList());
        rows.forEach(row -> csv.write(row, values.getOrDefault(row.key(), Map.of())));
        rows.clear();
    }
}
