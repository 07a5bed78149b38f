package tallyfold.notification.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.notification.NotificationId;
import tallyfold.notification.NotificationRow;
import tallyfold.security.UserId;
import tallyfold.uikit.Times;

/** What people see at the bell. */
@Repository
public class NotificationRepository {

    private final JdbcClient jdbc;

    NotificationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID occasion, UserId user, Instant now) {
        jdbc.sql("INSERT INTO notification (id, occasion_id, user_id, created_at) VALUES (?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(occasion)
                .param(user.value())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. */
    public List<NotificationRow> page(
            UserId user, boolean unreadOnly, int offset, int limit, boolean withNames, ZoneId zone) {
        return jdbc.sql("SELECT n.id AS own_id, n.read_at, " + OccasionRepository.COLUMNS
                        + " FROM notification n JOIN notification_occasion o ON o.id = n.occasion_id WHERE n.user_id = ?"
                        + (unreadOnly ? " AND n.read_at IS NULL" : "")
                        + " ORDER BY n.created_at DESC, n.id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")
                .param(user.value())
                .param(offset)
                .param(limit)
                .query((row, _) -> {
                    StoredOccasion told = OccasionRepository.read(row);
                    return new NotificationRow(
                            new NotificationId(row.getObject("own_id", UUID.class)),
                            told.kind(),
                            told.severity(),
                            Wording.text(told.kind(), told.facts(), withNames, time -> Times.minute(time, zone)),
                            told.occurred(),
                            row.getObject("read_at") != null,
                            Wording.path(told.kind()));
                })
                .list();
    }

    public int count(UserId user, boolean unreadOnly) {
        return jdbc.sql("SELECT COUNT(*) FROM notification WHERE user_id = ?"
                        + (unreadOnly ? " AND read_at IS NULL" : ""))
                .param(user.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** What somebody has not read; another one whenever something is told or read. */
    record Unread(int count, Instant newest) {}

    /** Of several people at once; those who have read everything are left out. */
    Map<UserId, Unread> unread(Collection<UserId> people) {
        Map<UserId, Unread> found = new HashMap<>();
        jdbc.sql("""
                        SELECT user_id, COUNT(*), MAX(created_at) FROM notification
                         WHERE user_id IN (:people) AND read_at IS NULL GROUP BY user_id""")
                .param("people", people.stream().map(UserId::value).toList())
                .query((RowCallbackHandler) row -> found.put(
                        new UserId(row.getObject(1, UUID.class)),
                        new Unread(
                                row.getInt(2),
                                row.getObject(3, OffsetDateTime.class).toInstant())));
        return found;
    }

    public void markRead(UserId user, NotificationId id, Instant now) {
        jdbc.sql("UPDATE notification SET read_at = ? WHERE id = ? AND user_id = ? AND read_at IS NULL")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id.value())
                .param(user.value())
                .update();
    }

    public void markAllRead(UserId user, Instant now) {
        jdbc.sql("UPDATE notification SET read_at = ? WHERE user_id = ? AND read_at IS NULL")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(user.value())
                .update();
    }
}
