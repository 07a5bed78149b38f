package tallyfold.azuredevops.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The feed of revisions: what is asked, and one batch of the answer. */
public final class Revisions {

    private Revisions() {}

    /** The most revisions one batch brings. */
    public static final int LARGEST_BATCH = 1000;

    /**
     * What is asked.
     *
     * @param fields the fields of each revision
     */
    public record Question(
            List<String> fields, boolean includeIdentityRef, boolean includeDeleted, boolean includeLatestOnly) {}

    /** A batch; the token to go on with may stand in {@code nextLink} alone. */
    public record Batch(
            @Nullable List<@Nullable WorkItem> values,
            @Nullable String nextLink,
            @Nullable String continuationToken,
            @Nullable Boolean isLastBatch) {}

    /** A batch of links that were made or removed. */
    public record LinkBatch(
            @Nullable List<@Nullable LinkChange> values,
            @Nullable String nextLink,
            @Nullable String continuationToken,
            @Nullable Boolean isLastBatch) {}

    /** A link that was made ({@code isActive}) or removed. */
    public record LinkChange(
            @Nullable String rel,
            long sourceId,
            long targetId,
            @Nullable String changedDate,
            @Nullable Boolean isActive,
            @Nullable String changedOperation) {}

    /** A moment as the feed takes it. */
    public static String moment(Instant moment) {
        return moment.truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString();
    }
}
