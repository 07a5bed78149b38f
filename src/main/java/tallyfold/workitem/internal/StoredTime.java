package tallyfold.workitem.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as the databases keep them: to the microsecond, which one would round and the other cut. */
public final class StoredTime {

    private StoredTime() {}

    static Instant fit(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    public static @Nullable Instant fitOrNull(@Nullable Instant time) {
        return time == null ? null : fit(time);
    }
}
