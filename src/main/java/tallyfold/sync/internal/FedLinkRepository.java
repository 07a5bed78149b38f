package tallyfold.sync.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;

/** The table of links that a feed keeps up. */
@Repository
class FedLinkRepository {

    /**
     * How a link lives from the feed.
     *
     * @param selection mark of what it covered when its reading began
     * @param compared when all of it was last compared with the source; null while it is being read
     */
    record FedLink(String selection, @Nullable Instant compared) {}

    private final JdbcClient jdbc;

    FedLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<LinkId, FedLink> ofConnection(ConnectionId connection) {
        Map<LinkId, FedLink> fed = new HashMap<>();
        jdbc.sql("SELECT link_id, selection, compared_at FROM fed_link WHERE connection_id = ?")
                .param(connection.value())
                .query(rs -> {
                    OffsetDateTime compared = rs.getObject(3, OffsetDateTime.class);
                    fed.put(
                            new LinkId(rs.getObject(1, UUID.class)),
                            new FedLink(rs.getString(2), compared == null ? null : compared.toInstant()));
                });
        return fed;
    }

    /** The links that are still kept up; none of them can be taken away before the transaction ends. */
    Set<LinkId> lock(ConnectionId connection) {
        return new HashSet<>(
                jdbc.sql("SELECT link_id FROM fed_link WHERE connection_id = ? ORDER BY link_id FOR UPDATE")
                        .param(connection.value())
                        .query((rs, _) -> new LinkId(rs.getObject(1, UUID.class)))
                        .list());
    }

    /** Has the feed keep up whatever is read of a link from now on, if there is a feed. */
    void begin(Link link) {
        remove(Set.of(link.id()));
        jdbc.sql("INSERT INTO fed_link (link_id, connection_id, selection)"
                        + " SELECT CAST(? AS UUID), f.connection_id, CAST(? AS VARCHAR) FROM change_feed f"
                        + " WHERE f.connection_id = ?")
                .param(link.id().value())
                .param(SelectionMark.of(link))
                .param(link.connection().value())
                .update();
    }

    /** Notes that all of a link was read and compared, if the feed has kept it up since the reading began. */
    void compared(LinkId link, Instant when) {
        jdbc.sql("UPDATE fed_link SET compared_at = ? WHERE link_id = ?")
                .param(when.atOffset(ZoneOffset.UTC))
                .param(link.value())
                .update();
    }

    /** Has links read as a whole the next time. */
    void remove(Collection<LinkId> links) {
        links.forEach(link -> jdbc.sql("DELETE FROM fed_link WHERE link_id = ?")
                .param(link.value())
                .update());
    }

    void erase(ConnectionId connection) {
        jdbc.sql("DELETE FROM fed_link WHERE connection_id = ?")
                .param(connection.value())
                .update();
    }
}
