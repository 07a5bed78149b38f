package tallyfold.sync.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;

/** The tables of how far the feeds of changes were read, and which links live from them. */
@Repository
class ChangeFeedRepository {

    /** How far a feed was read. */
    record Feed(ConnectionId connection, long fence, String revisionCursor, String parentCursor) {}

    private static final int LONGEST_NAME = 256;

    private final JdbcClient jdbc;

    ChangeFeedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Feed> find(ConnectionId connection) {
        return find(connection, "");
    }

    /** Reads and locks until the transaction ends. */
    Optional<Feed> lock(ConnectionId connection) {
        return find(connection, " FOR UPDATE");
    }

    private Optional<Feed> find(ConnectionId connection, String how) {
        return jdbc.sql("SELECT fence, revision_cursor, parent_cursor FROM change_feed WHERE connection_id = ?" + how)
                .param(connection.value())
                .query((rs, _) -> new Feed(connection, rs.getLong(1), rs.getString(2), rs.getString(3)))
                .optional();
    }

    void insert(Feed feed) {
        jdbc.sql("INSERT INTO change_feed (connection_id, fence, revision_cursor, parent_cursor) VALUES (?, ?, ?, ?)")
                .param(feed.connection().value())
                .param(feed.fence())
                .param(feed.revisionCursor())
                .param(feed.parentCursor())
                .update();
    }

    void update(Feed feed) {
        jdbc.sql("UPDATE change_feed SET fence = ?, revision_cursor = ?, parent_cursor = ? WHERE connection_id = ?")
                .param(feed.fence())
                .param(feed.revisionCursor())
                .param(feed.parentCursor())
                .param(feed.connection().value())
                .update();
    }

    /** Forgets how far it was read: every link is read as a whole again. */
    void erase(ConnectionId connection) {
        for (String table : new String[] {"change_feed", "fed_link", "feed_project"}) {
            jdbc.sql("DELETE FROM " + table + " WHERE connection_id = ?")
                    .param(connection.value())
                    .update();
        }
    }

    /** The links that live from the feed and were compared with the source since the time given. */
    Set<LinkId> fed(Collection<Link> links, Instant comparedSince) {
        Map<LinkId, String> marks = new HashMap<>();
        links.forEach(link -> marks.put(link.id(), SelectionMark.of(link)));
        Set<LinkId> fed = new HashSet<>();
        links.stream()
                .map(Link::connection)
                .distinct()
                .forEach(connection -> jdbc.sql(
                                "SELECT link_id, selection FROM fed_link WHERE connection_id = ? AND compared_at > ?")
                        .param(connection.value())
                        .param(utc(comparedSince))
                        .query(rs -> {
                            LinkId link = new LinkId(rs.getObject(1, UUID.class));
                            if (rs.getString(2).equals(marks.get(link))) {
                                fed.add(link);
                            }
                        }));
        return fed;
    }

    /** Lets a link live from the feed from now on, if there is one. */
    void feed(Link link, Instant compared) {
        unfeed(Set.of(link.id()));
        jdbc.sql("INSERT INTO fed_link (link_id, connection_id, selection, compared_at)"
                        + " SELECT CAST(? AS UUID), f.connection_id, CAST(? AS VARCHAR), CAST(? AS TIMESTAMP WITH TIME ZONE)"
                        + " FROM change_feed f WHERE f.connection_id = ?")
                .param(link.id().value())
                .param(SelectionMark.of(link))
                .param(utc(compared))
                .param(link.connection().value())
                .update();
    }

    /** Has links read as a whole the next time. */
    void unfeed(Collection<LinkId> links) {
        links.forEach(link -> jdbc.sql("DELETE FROM fed_link WHERE link_id = ?")
                .param(link.value())
                .update());
    }

    Map<String, RemoteProjectId> projects(ConnectionId connection) {
        Map<String, RemoteProjectId> projects = new HashMap<>();
        jdbc.sql("SELECT name_key, remote_project_id FROM feed_project WHERE connection_id = ?")
                .param(connection.value())
                .query(rs -> {
                    projects.put(rs.getString(1), new RemoteProjectId(rs.getString(2)));
                });
        return projects;
    }

    void storeProjects(ConnectionId connection, Collection<RemoteProject> projects) {
        jdbc.sql("DELETE FROM feed_project WHERE connection_id = ?")
                .param(connection.value())
                .update();
        Set<String> stored = new HashSet<>();
        for (RemoteProject project : projects) {
            String key = key(project.name());
            if (key.length() <= LONGEST_NAME && stored.add(key)) {
                jdbc.sql("INSERT INTO feed_project (connection_id, name_key, remote_project_id) VALUES (?, ?, ?)")
                        .param(connection.value())
                        .param(key)
                        .param(project.id().value())
                        .update();
            }
        }
    }

    /** Names of projects differ in more than case. */
    static String key(String name) {
        return name.replace('\0', ' ').toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
