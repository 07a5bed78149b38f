package tallyfold.project;

import java.util.List;
import java.util.Map;
import tallyfold.provider.RemoteProjectId;

/** What became of a wish to import. */
public sealed interface ImportResult {

    /** All links were made, in the order of the choices; their first loads are under way. */
    record Started(List<Link> links) implements ImportResult {
        public Started {
            links = List.copyOf(links);
        }
    }

    /** Nothing was made. For each choice that stands in the way a sentence with what to do. */
    record Refused(Map<RemoteProjectId, String> reasons) implements ImportResult {
        public Refused {
            reasons = Map.copyOf(reasons);
        }
    }
}
