package tallyfold.azuredevops.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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

    /** A batch, which always has a list, be it empty; the token to go on with may stand in {@code nextLink} alone. */
    public record Batch(
            List<@Nullable WorkItem> values,
            @Nullable String nextLink,
            @Nullable String continuationToken,
            @Nullable Boolean isLastBatch) {

        public Batch {
            values = Collections.unmodifiableList(new ArrayList<>(Objects.requireNonNull(values)));
        }
    }

    /** A batch of links that were made or removed. */
    public record LinkBatch(
            List<@Nullable LinkChange> values,
            @Nullable String nextLink,
            @Nullable String continuationToken,
            @Nullable Boolean isLastBatch) {

        public LinkBatch {
            values = Collections.unmodifiableList(new ArrayList<>(Objects.requireNonNull(values)));
        }
    }

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
