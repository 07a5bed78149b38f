package tallyfold.portfolio.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tallyfold.connection.Connection;
import tallyfold.project.ImportChoice;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.RemoteProjectId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncTrigger;

/**
 * Projects that are imported together.
 *
 * @param from where they come from, for the heading; empty when they come from several places
 * @param names what the project of each link is called here, in the order to show
 */
record ImportBatch(String from, Map<LinkId, String> names) {

    private static final String REMEMBERED = ImportBatch.class.getName();

    ImportBatch {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    static ImportBatch started(Connection from, List<Link> links, List<ImportChoice> choices) {
        Map<RemoteProjectId, String> chosen = new LinkedHashMap<>();
        choices.forEach(choice -> chosen.put(choice.remote(), choice.name()));
        Map<LinkId, String> names = new LinkedHashMap<>();
        links.forEach(link -> names.put(link.id(), chosen.getOrDefault(link.remoteProject(), link.remoteName())));
        ImportBatch batch = new ImportBatch(from.name(), names);
        VaadinSession.getCurrent().setAttribute(REMEMBERED, batch);
        return batch;
    }

    /**
     * The import that is still going on, if any: the one this session started, with its finished rows, or whatever first
     * loads are waiting or running.
     */
    static Optional<ImportBatch> goingOn(ImportContext context) {
        List<SyncRun> unfinished = context.syncs().unfinished().stream()
                .filter(run -> run.trigger() == SyncTrigger.FIRST)
                .toList();
        if (unfinished.isEmpty()) {
            return Optional.empty();
        }
        if (VaadinSession.getCurrent().getAttribute(REMEMBERED) instanceof ImportBatch own
                && unfinished.stream().anyMatch(run -> own.names().containsKey(run.link()))) {
            return Optional.of(own);
        }
        Map<LinkId, String> names = new LinkedHashMap<>();
        unfinished.forEach(
                run -> context.projectName().apply(run.project()).ifPresent(name -> names.put(run.link(), name)));
        return names.isEmpty() ? Optional.empty() : Optional.of(new ImportBatch("", names));
    }
}
