package tallyfold.provider;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How fast each organization may be asked, as far as that is known since the start. */
public interface Allowances {

    /**
     * One organization.
     *
     * @param inFlight requests that are under way now
     * @param width requests that may be under way at once
     * @param pausedUntil no request is sent before; null when not paused
     * @param slowedUntil fewer requests at once until then; null when at full width
     * @param remaining what was left at the last answer that told, in the units of the source system; null when none did
     * @param limit what {@code remaining} is a part of; null when no answer told
     */
    record Allowance(
            String organization,
            int inFlight,
            int width,
            @Nullable Instant pausedUntil,
            @Nullable Instant slowedUntil,
            @Nullable Double remaining,
            @Nullable Double limit) {}

    /** All organizations asked since the start, by name. */
    List<Allowance> allowances();
}
