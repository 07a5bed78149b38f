package tallyfold.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param text part of who, on what, from where or the detail, in whatever case; empty for all
 * @param meant actions that the text means by the words people know them by; they match as well as the text itself does
 * @param actor sign-in name; null for everybody
 * @param group the first word of the action, for example {@code user}; null for all
 * @param outcome null for both
 * @param from the first moment that counts; null for the beginning
 * @param until the first moment that does not count any more; null for now
 */
public record AuditFilter(
        String text,
        Set<String> meant,
        @Nullable String actor,
        @Nullable String group,
        AuditEvent.@Nullable Outcome outcome,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditFilter ALL = new AuditFilter("", null, null, null, null, null);

    public AuditFilter {
        meant = Set.copyOf(meant);
    }

    /** Where the text means no action. */
    public AuditFilter(
            String text,
            @Nullable String actor,
            @Nullable String group,
            AuditEvent.@Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable Instant until) {
        this(text, Set.of(), actor, group, outcome, from, until);
    }

    public boolean isEmpty() {
        return equals(ALL);
    }
}
