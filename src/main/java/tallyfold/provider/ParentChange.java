package tallyfold.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item was put below another one, or taken away from there.
 *
 * @param made true when the child was put below the parent, false when it was taken away
 * @param changed when; null when the source system did not say
 */
public record ParentChange(
        long child, long parent, boolean made, @Nullable Instant changed) {}
