package tallyfold.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when organizations want to be left alone, kept where the next start and other nodes find it. Whoever keeps it offers a bean
 * of this. Neither method throws: no question may fail because of what is kept about its pace.
 */
public interface PauseLedger {

    /** For where nobody keeps it: every pause is forgotten with the process. */
    PauseLedger NONE = new PauseLedger() {
        @Override
        public void remember(Source source, Instant until) {}

        @Override
        public @Nullable Instant until(Source source, Instant latest) {
            return null;
        }
    };

    /**
     * Whom a pause concerns. Connections with the same organization share it, as they share its allowance.
     *
     * @param organization the organization's name in lower case
     */
    record Source(ProviderId provider, String organization, EndpointKind endpoint) {}

    /**
     * Notes that an organization is not to be asked before a moment; an earlier one never replaces a later one. Comes back at once,
     * and may be called by a thread that is interrupted.
     */
    void remember(Source source, Instant until);

    /**
     * The moment before which an organization is not to be asked; null when it may be asked now.
     *
     * @param latest the latest moment that is believed. What is kept beyond it was noted by a clock gone wrong, and is cut to this
     *     once and for all, so that it does not move on with every look.
     */
    @Nullable
    Instant until(Source source, Instant latest);
}
