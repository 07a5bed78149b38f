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
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;

/** The tables of how far the feeds of changes were read, and of what they call projects. */
@Repository
class ChangeFeedRepository {

    /**
     * How far a feed was read.
     *
     * @param reading the newest reading of it
     * @param projectsRead when its projects were last looked at
     */
    record Feed(
            ConnectionId connection, UUID reading, String revisionCursor, String parentCursor, Instant projectsRead) {

        /** The same feed in other hands. */
        Feed of(UUID other) {
            return new Feed(connection, other, revisionCursor, parentCursor, projectsRead);
        }

        /** The same feed further on. */
        Feed at(String revisions, String parents) {
            return new Feed(connection, reading, revisions, parents, projectsRead);
        }
    }

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
        return jdbc.sql("SELECT reading, revision_cursor, parent_cursor, projects_at FROM change_feed"
                        + " WHERE connection_id = ?" + how)
                .param(connection.value())
                .query((rs, _) -> new Feed(
                        connection,
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getObject(4, OffsetDateTime.class).toInstant()))
                .optional();
    }

    void insert(Feed feed) {
        jdbc.sql("INSERT INTO change_feed (connection_id, reading, revision_cursor, parent_cursor, projects_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .param(feed.connection().value())
                .param(feed.reading())
                .param(feed.revisionCursor())
                .param(feed.parentCursor())
                .param(feed.projectsRead().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives a feed to another reading. */
    void pass(ConnectionId connection, UUID reading) {
        jdbc.sql("UPDATE change_feed SET reading = ? WHERE connection_id = ?")
                .param(reading)
                .param(connection.value())
                .update();
    }

    /** Moves the place of a feed. */
    void move(Feed feed) {
        jdbc.sql("UPDATE change_feed SET revision_cursor = ?, parent_cursor = ? WHERE connection_id = ?")
                .param(feed.revisionCursor())
                .param(feed.parentCursor())
                .param(feed.connection().value())
                .update();
    }

    void erase(ConnectionId connection) {
        for (String table : new String[] {"change_feed", "feed_project"}) {
            jdbc.sql("DELETE FROM " + table + " WHERE connection_id = ?")
                    .param(connection.value())
                    .update();
        }
    }

    /** The projects of an organization by {@link #key} of their names. */
    Map<String, RemoteProjectId> projects(ConnectionId connection) {
        Map<String, RemoteProjectId> projects = new HashMap<>();
        jdbc.sql("SELECT name_key, remote_project_id FROM feed_project WHERE connection_id = ?")
                .param(connection.value())
                .query(rs -> {
                    projects.put(rs.getString(1), new RemoteProjectId(rs.getString(2)));
                });
        return projects;
    }

    void storeProjects(ConnectionId connection, Collection<RemoteProject> projects, Instant read) {
        jdbc.sql("UPDATE change_feed SET projects_at = ? WHERE connection_id = ?")
                .param(read.atOffset(ZoneOffset.UTC))
                .param(connection.value())
                .update();
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

    /** What stands for a name of a project: names that differ in case only are the same. */
    static String key(String name) {
        return name.replace('\0', ' ').toLowerCase(Locale.ROOT);
    }
}
