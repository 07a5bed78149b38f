package tallyfold.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param text part of who, on what, from where or the detail, in whatever case; empty for all
 * @param actor sign-in name; null for everybody
 * @param group the first word of the action, for example {@code user}; null for all
 * @param outcome null for both
 * @param from the first moment that counts; null for the beginning
 * @param until the first moment that does not count any more; null for now
 */
public record AuditFilter(
        String text,
        @Nullable String actor,
        @Nullable String group,
        AuditEvent.@Nullable Outcome outcome,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditFilter ALL = new AuditFilter("", null, null, null, null, null);

    public boolean isEmpty() {
        return equals(ALL);
    }
}
