package tallyfold.provider;

import org.jspecify.annotations.Nullable;

/**
 * What a provider needs to know of a connection besides its token.
 *
 * @param organization the organization's name in lower case
 * @param endpoint where the organization is served
 * @param organizationId the id the organization had when the connection was made; null before the first check.
 *     A different answer means that the name now belongs to somebody else.
 * @param account the sign-in name the user typed; compared, never sent
 */
public record ConnectionSettings(
        String organization,
        EndpointKind endpoint,
        @Nullable String organizationId,
        String account) {}
