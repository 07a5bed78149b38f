package tallyfold.workitem;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.connection.ConnectionSessions;
import tallyfold.connection.FailureWords;
import tallyfold.project.ProjectId;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteItemText;
import tallyfold.workitem.internal.ItemSourceRepository;
import tallyfold.workitem.internal.SafeMarkup;

/**
 * Descriptions and other long texts of work items, read from their source when somebody opens one; nothing of them is kept.
 * Who may see the project may read them, whoever may use the connection.
 */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ItemTextService {

    private final ItemSourceRepository sources;
    private final ConnectionSessions sessions;

    ItemTextService(ItemSourceRepository sources, ConnectionSessions sessions) {
        this.sources = sources;
        this.sessions = sessions;
    }

    /** Asks the network, once: call it off the user-interface thread. */
    public ItemText read(ProjectId project, WorkItemKey item) {
        if (!sources.inSync(project, item)) {
            return new ItemText.Copy();
        }
        try (ProviderSession session = sessions.open(item.connection())) {
            return new ItemText.Read(safe(session.itemText(item.id())));
        } catch (ProviderException e) {
            return new ItemText.Failed(FailureWords.of(e.failure()));
        }
    }

    private static List<ItemText.Part> safe(RemoteItemText text) {
        return text.parts().stream()
                .map(part -> new ItemText.Part(
                        part.kind(), SafeMarkup.of(part), part.content().length() > SafeMarkup.LONGEST))
                .filter(part -> !part.safeHtml().isBlank())
                .toList();
    }
}
