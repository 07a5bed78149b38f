package tallyfold.azuredevops.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A query in the work item query language, and its answer. */
public final class Wiql {

    private Wiql() {}

    /** What is asked. */
    public record Question(String query) {}

    /** Ids only come back, whatever the query selects. */
    public record Answer(List<@Nullable Reference> workItems) {
        public Answer {
            Objects.requireNonNull(workItems);
        }
    }

    /** A work item by its id. */
    public record Reference(long id) {}
}
