package tallyfold.audit.internal;

import org.jspecify.annotations.Nullable;
import tallyfold.audit.AuditEvent;

/** Cuts what others say about an event to what the table holds: one line, no control characters, whole characters. */
public final class PlainText {

    private PlainText() {}

    public static AuditEvent clean(AuditEvent event) {
        return new AuditEvent(
                clean(event.actor(), 256),
                cleanOptional(event.origin(), 64),
                clean(event.action(), 64),
                clean(event.subject(), 512),
                event.outcome(),
                cleanOptional(event.detail(), 2_000));
    }

    private static @Nullable String cleanOptional(@Nullable String text, int length) {
        return text == null ? null : clean(text, length);
    }

    private static String clean(String text, int length) {
        StringBuilder clean = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            boolean unusable = Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
            int kept = unusable ? ' ' : codePoint;
            if (clean.length() + Character.charCount(kept) > length) {
                break;
            }
            clean.appendCodePoint(kept);
        }
        return clean.toString();
    }
}
