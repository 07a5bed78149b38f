package tallyfold.provider;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in the source system.
 *
 * @param key stays the same when the person is renamed (Azure DevOps: the descriptor, else the identity's id)
 * @param uniqueName the sign-in name, often an e-mail address; null where the system gives none
 * @param active false for a disabled or removed person
 */
public record RemotePerson(
        String key, String displayName, @Nullable String uniqueName, boolean active) {}
