package tallyfold.connection;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Secret;
import tallyfold.security.UserId;

/**
 * What the form for changing a connection yields.
 *
 * @param address the site address as typed; another organization than before needs a token
 * @param tokenExpires null when not entered
 * @param forAllManagers whether every project manager may use the connection
 * @param people who may use it besides administrators; looked at only when not for all managers
 * @param token a new token, or null to keep the stored one; the caller wipes it
 */
public record ConnectionEdit(
        String name,
        String address,
        String account,
        @Nullable LocalDate tokenExpires,
        boolean forAllManagers,
        Set<UserId> people,
        @Nullable Secret token) {

    public ConnectionEdit {
        people = Set.copyOf(people);
    }
}
