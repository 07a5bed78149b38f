package tallyfold.vault;

import java.util.UUID;

/**
 * What a sealed secret belongs to. A secret opens only under exactly the binding it was sealed with.
 *
 * @param table the table the secret stands in
 * @param row key of the row it belongs to
 * @param endpoint kind of endpoint it may be sent to
 * @param organization the organization it may be sent to, in lower case
 */
public record SealBinding(String table, UUID row, String endpoint, String organization) {}
