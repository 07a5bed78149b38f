package tallyfold.connection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Secret;
import tallyfold.provider.ProviderId;

/**
 * What the form for a new connection yields.
 *
 * @param address the site address as typed
 * @param account the account as typed
 * @param token as tidied by {@code Provider.readToken}; the caller wipes it
 * @param name blank for the name of the organization
 * @param tokenExpires null when not entered
 */
public record ConnectionDraft(
        ProviderId provider,
        String address,
        String account,
        Secret token,
        String name,
        @Nullable LocalDate tokenExpires) {}
