package tallyfold.audit;

import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param actor sign-in name, or {@code system}
 * @param origin address it came from; null for the product itself
 * @param action what was done, in the past tense with dots, for example {@code connection.created}
 * @param subject on what, by name and id; never a secret
 * @param outcome success or refused
 * @param detail more words; never a secret
 */
public record AuditEvent(
        String actor,
        @Nullable String origin,
        String action,
        String subject,
        Outcome outcome,
        @Nullable String detail) {

    public enum Outcome {
        SUCCESS,
        REFUSED
    }
}
