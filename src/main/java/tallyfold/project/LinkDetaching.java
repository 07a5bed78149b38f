package tallyfold.project;

import tallyfold.connection.ConnectionId;

/**
 * A link becomes a read-only copy. Told inside the transaction: whoever keeps rows of it under its connection puts copies
 * of them under the key given, so that other links of that connection no longer touch them.
 *
 * @param copy stands in place of the connection in the rows of the copy
 */
public record LinkDetaching(LinkId link, ConnectionId copy) {}
