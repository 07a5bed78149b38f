package tallyfold.connection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.EndpointKind;
import tallyfold.provider.ProviderId;

/**
 * A named way into one organization. Has no field for the token on purpose.
 *
 * @param organization name in lower case
 * @param organizationId the organization's own id as first seen
 * @param account sign-in name the administrator typed
 * @param ownerName whom the token belongs to, as last seen
 * @param tokenExpires as the administrator entered it
 * @param healthDetail a code and known words for the second line; null when there is nothing to add
 * @param version counts edits, for optimistic locking
 */
public record Connection(
        ConnectionId id,
        ProviderId provider,
        String name,
        String organization,
        EndpointKind endpoint,
        @Nullable String organizationId,
        String account,
        @Nullable String ownerName,
        @Nullable String ownerAccount,
        @Nullable LocalDate tokenExpires,
        Health health,
        @Nullable String healthDetail,
        @Nullable Instant lastChecked,
        boolean forAllManagers,
        int version) {}
