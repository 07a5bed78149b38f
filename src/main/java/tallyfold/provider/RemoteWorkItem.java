package tallyfold.provider;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A work item as its source system has it now. Times are UTC instants. Numbers that are not numbers, or not finite, are
 * null and named in {@code warnings}.
 *
 * @param rev grows with every change, 1 or more
 * @param projectName name of the project the item is in
 * @param rank order among its siblings, smaller first
 * @param priority 1 (highest) to 4
 * @param effort story points, effort or size, whichever the process plans by
 * @param originalEstimate hours, as remaining and completed work
 * @param more values of the further fields that were asked for, by reference name; empty text where there is none
 * @param warnings what was odd about this item, in words without its content
 */
public record RemoteWorkItem(
        long id,
        int rev,
        String projectName,
        String type,
        String title,
        String state,
        @Nullable RemotePerson assignee,
        String areaPath,
        String iterationPath,
        @Nullable Long parentId,
        @Nullable Double rank,
        @Nullable Integer priority,
        @Nullable Double effort,
        @Nullable Double originalEstimate,
        @Nullable Double remainingWork,
        @Nullable Double completedWork,
        @Nullable Instant startDate,
        @Nullable Instant targetDate,
        @Nullable Instant dueDate,
        List<String> tags,
        @Nullable Instant created,
        @Nullable Instant changed,
        @Nullable Instant activated,
        @Nullable Instant resolved,
        @Nullable Instant closed,
        @Nullable Instant stateChanged,
        @Nullable URI webAddress,
        Map<String, String> more,
        List<String> warnings) {

    public RemoteWorkItem {
        more = Map.copyOf(more);
        tags = List.copyOf(tags);
        warnings = List.copyOf(warnings);
    }

    /** The same item below another one. */
    public RemoteWorkItem withParent(long parent) {
        return new RemoteWorkItem(
                id,
                rev,
                projectName,
                type,
                title,
                state,
                assignee,
                areaPath,
                iterationPath,
                parent,
                rank,
                priority,
                effort,
                originalEstimate,
                remainingWork,
                completedWork,
                startDate,
                targetDate,
                dueDate,
                tags,
                created,
                changed,
                activated,
                resolved,
                closed,
                stateChanged,
                webAddress,
                more,
                warnings);
    }
}
