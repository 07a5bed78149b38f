package tallyfold.vault.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of a master key.
 *
 * @param retiredAt since when nothing is sealed with it; null while it is active or leaving
 * @param wrapped the key itself, sealed under its successor; only while it is leaving
 */
record VaultKey(
        String keyId,
        String checkValue,
        String origin,
        Instant createdAt,
        @Nullable Instant retiredAt,
        @Nullable String wrapped) {}
