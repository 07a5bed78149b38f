package tallyfold.portfolio.ui;

import com.vaadin.flow.component.UI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.provider.RemoteProjectId;

/**
 * Finds the process of the rows that come into sight. Lists do not carry it, and asking for each project of a large
 * organization would be rude, so only what is looked at is asked for, a screenful at a time.
 */
final class ImportProcesses {

    private final ImportContext context;
    private final ConnectionId connection;
    private final Consumer<ImportRow> found;
    private final Map<RemoteProjectId, ImportRow> wanted = new LinkedHashMap<>();
    private final Set<RemoteProjectId> asked = new HashSet<>();
    private @Nullable BackgroundCall running;
    private boolean stopped;

    ImportProcesses(ImportContext context, ConnectionId connection, Consumer<ImportRow> found) {
        this.context = context;
        this.connection = connection;
        this.found = found;
    }

    /** The process as far as it is known; asks for it when it is not. Called as a row is drawn. */
    String of(ImportRow row) {
        String known = row.process();
        if (known != null) {
            return known;
        }
        if (!stopped && asked.add(row.id())) {
            wanted.put(row.id(), row);
            UI ui = UI.getCurrent();
            if (wanted.size() == 1 && ui != null) {
                ui.beforeClientResponse(ui, _ -> askNext());
            }
        }
        return "";
    }

    void stop() {
        stopped = true;
        if (running != null) {
            running.cancel();
        }
    }

    private void askNext() {
        if (running != null || wanted.isEmpty() || stopped) {
            return;
        }
        Map<RemoteProjectId, ImportRow> batch = Map.copyOf(wanted);
        List<RemoteProjectId> order = List.copyOf(wanted.keySet());
        wanted.clear();
        running = BackgroundCall.start(
                context.background(),
                task -> {
                    context.imports()
                            .processes(
                                    connection,
                                    order,
                                    (id, process) -> task.tell(() -> {
                                        ImportRow row = batch.get(id);
                                        if (row != null) {
                                            row.foundProcess(process);
                                            found.accept(row);
                                        }
                                    }));
                    return order.size();
                },
                _ -> goOn(),
                // The column is a convenience: a failure leaves it empty, reading again shows the reason in its place.
                _ -> stop());
    }

    private void goOn() {
        running = null;
        askNext();
    }
}
