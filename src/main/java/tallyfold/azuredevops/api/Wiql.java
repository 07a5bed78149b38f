package tallyfold.azuredevops.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query in the work item query language, and its answer. */
public final class Wiql {

    private Wiql() {}

    /** What is asked. */
    public record Question(String query) {}

    /**
     * Ids only come back, whatever the query selects.
     *
     * @param workItems what a query for items found; null for a query for links
     * @param workItemRelations what a query for links found; null for a query for items
     */
    public record Answer(
            @Nullable List<@Nullable Reference> workItems,
            @Nullable List<@Nullable Relation> workItemRelations) {
        public Answer {
            if (workItems == null) {
                Objects.requireNonNull(workItemRelations);
            }
        }

        /** Every id in the answer, in its order; an id may come again. */
        public Stream<Long> ids() {
            Stream<@Nullable Reference> items = workItems == null ? Stream.empty() : workItems.stream();
            Stream<@Nullable Reference> linked = workItemRelations == null
                    ? Stream.empty()
                    : workItemRelations.stream()
                            .flatMap(link -> link == null ? Stream.empty() : Stream.of(link.source(), link.target()));
            return Stream.concat(items, linked)
                    .filter(Objects::nonNull)
                    .map(reference -> Objects.requireNonNull(reference).id());
        }
    }

    /** A link; one without a source shows where a tree begins. */
    public record Relation(
            @Nullable Reference source, @Nullable Reference target) {}

    /** A work item by its id. */
    public record Reference(long id) {}
}
