package tallyfold.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;

/**
 * One attempt to bring the copy of one link up to date.
 *
 * @param requestedBy sign-in name; null for the product itself
 * @param expected how many items the source lists; null until that is known
 * @param read items asked for so far, those that could not be read included
 * @param added items that were not shown before
 * @param removed items the source does not list any more
 * @param warnings how many things were odd
 * @param requests requests sent to the source system; close, because projects read at the same time share them
 * @param waited time spent waiting because the source system asked for it
 * @param cancelledBy sign-in name of who had it stopped, which may still be to come; null when nobody had
 * @param failureCode a code of {@link tallyfold.provider.ProviderFailure}, or {@code INTERNAL}; null unless FAILED
 */
public record SyncRun(
        SyncRunId id,
        LinkId link,
        ProjectId project,
        ConnectionId connection,
        SyncTrigger trigger,
        @Nullable String requestedBy,
        SyncRunStatus status,
        Instant requested,
        @Nullable Instant started,
        @Nullable Instant finished,
        @Nullable Integer expected,
        int read,
        int added,
        int changed,
        int removed,
        int warnings,
        int requests,
        Duration waited,
        @Nullable String failureCode,
        @Nullable String failureDetail,
        @Nullable String cancelledBy) {}
