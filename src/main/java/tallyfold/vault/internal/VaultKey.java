package tallyfold.vault.internal;

import java.time.Instant;

/** What the database knows of a master key. */
record VaultKey(String keyId, String checkValue, String origin, Instant createdAt) {}
