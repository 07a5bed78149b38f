package tallyfold.project;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.provider.Element;
import tallyfold.provider.RemoteProjectId;

/**
 * A link somebody wants to make.
 *
 * @param elements what it is to cover, one or more; each once
 * @param rhythm as in {@link Link}
 * @param acknowledged links of which the person was told that they cover the same; see {@link LinkResult.Overlapping}
 * @param schedule whether the project's schedule is to come from the linked system; null while nobody was asked, see
 *     {@link LinkResult.ScheduleQuestion}
 */
public record LinkDraft(
        ProjectId project,
        ConnectionId connection,
        RemoteProjectId remoteProject,
        List<Element> elements,
        boolean assignedOnly,
        @Nullable Rhythm rhythm,
        Set<LinkId> acknowledged,
        @Nullable ScheduleSource schedule) {

    public LinkDraft {
        elements = List.copyOf(elements);
        acknowledged = Set.copyOf(acknowledged);
    }
}
