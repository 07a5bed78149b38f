package tallyfold.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of what was said of a project.
 *
 * @param id grows with time
 * @param status null from when on it is computed
 * @param note plain text, empty when there is none
 * @param by display name; null for the product itself
 * @param until when the computed one was to return; null for until changed
 */
public record StatusChange(
        long id,
        ProjectId project,
        StatusArea area,
        @Nullable OverallStatus status,
        String note,
        @Nullable String by,
        Instant at,
        @Nullable Instant until) {}
