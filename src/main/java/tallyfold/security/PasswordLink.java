package tallyfold.security;

import java.time.Instant;

/**
 * A one-time link by which its holder sets the password of an account. Nobody can look it up later.
 *
 * @param path below the root of the product, without a slash in front
 * @param expiresAt from then on it is of no use
 */
public record PasswordLink(String path, Instant expiresAt) {

    @Override
    public String toString() {
        return "PasswordLink[until " + expiresAt + "]";
    }
}
