package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.project.LinkService;
import tallyfold.provider.ProviderException;
import tallyfold.provider.RemoteStructure.WorkItemType;
import tallyfold.provider.WorkItemLevel;
import tallyfold.uikit.Symbol;
import tallyfold.workitem.ui.TypeIcon;

/** The pictures of the types of a remote project, read when the first is needed. */
final class TypeIcons {

    private static final Logger LOG = LoggerFactory.getLogger(TypeIcons.class);

    private final LinkService links;
    private final Remote remote;
    private volatile @Nullable Map<String, WorkItemType> known;

    TypeIcons(LinkService links, Remote remote) {
        this.links = links;
        this.remote = remote;
    }

    /** Asks for the types unless they are known; off the UI thread. */
    void load() {
        if (known == null) {
            try {
                List<WorkItemType> types = links.types(remote.connection(), remote.project());
                known = types.stream()
                        .collect(Collectors.toMap(WorkItemType::name, Function.identity(), (first, _) -> first));
            } catch (ProviderException refused) {
                // Pictures are a convenience: what was looked for is shown all the same, with a plain one.
                LOG.debug(
                        "The types of a project could not be read: {}",
                        refused.failure().code());
                known = Map.of();
            }
        }
    }

    Component icon(@Nullable String type) {
        @Nullable Map<String, WorkItemType> types = known;
        @Nullable WorkItemType found = types == null || type == null ? null : types.get(type);
        if (found != null) {
            return new TypeIcon(found.name(), found.level(), found.icon(), found.color());
        }
        return type == null ? Symbol.ISSUE.icon() : new TypeIcon(type, WorkItemLevel.OTHER, null, null);
    }
}
