package tallyfold.notification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is on its way out. */
@Repository
public class DeliveryRepository {

    /**
     * One message to one recipient.
     *
     * @param recipient id of the person, or the name of the channel
     * @param attempts how often it was tried before
     */
    record Delivery(UUID id, UUID occasion, Channel channel, String recipient, int attempts) {}

    /** A message that did not get through. */
    public record Undelivered(Channel channel, boolean givenUp, int attempts, Instant when, String problem) {}

    private static final int LONGEST_PROBLEM = 512;

    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID occasion, Channel channel, String recipient, Instant due) {
        jdbc.sql("""
                        INSERT INTO notification_delivery (id, occasion_id, channel, recipient, state, attempts, due_at)
                        VALUES (?, ?, ?, ?, 'WAITING', 0, ?)""")
                .param(UUID.randomUUID())
                .param(occasion)
                .param(channel.name())
                .param(recipient)
                .param(utc(due))
                .update();
    }

    /** What is due, longest due first. */
    List<Delivery> due(Channel channel, Instant now, int limit) {
        return jdbc.sql("SELECT id, occasion_id, channel, recipient, attempts FROM notification_delivery"
                        + " WHERE state = 'WAITING' AND due_at <= ? AND channel = ?"
                        + " ORDER BY due_at, id FETCH FIRST ? ROWS ONLY")
                .param(utc(now))
                .param(channel.name())
                .param(limit)
                .query((row, _) -> delivery(row))
                .list();
    }

    /** Takes one on; false when somebody else has. Who does not come back within the lease is taken for dead. */
    boolean claim(Delivery delivery, Instant leaseEnds) {
        return jdbc.sql("UPDATE notification_delivery SET attempts = attempts + 1, due_at = ?"
                                + " WHERE id = ? AND state = 'WAITING' AND attempts = ?")
                        .param(utc(leaseEnds))
                        .param(delivery.id())
                        .param(delivery.attempts())
                        .update()
                == 1;
    }

    void sent(UUID id, Instant now) {
        end(id, "SENT", now, null);
    }

    void giveUp(UUID id, Instant now, String problem) {
        end(id, "GIVEN_UP", now, problem);
    }

    private void end(UUID id, String state, Instant now, @Nullable String problem) {
        jdbc.sql("UPDATE notification_delivery SET state = ?, ended_at = ?, problem = CAST(? AS VARCHAR) WHERE id = ?")
                .param(state)
                .param(utc(now))
                .param(problem == null ? null : cut(problem))
                .param(id)
                .update();
    }

    void again(UUID id, Instant due, String problem) {
        jdbc.sql("UPDATE notification_delivery SET due_at = ?, problem = ? WHERE id = ?")
                .param(utc(due))
                .param(cut(problem))
                .param(id)
                .update();
    }

    /** What did not get through so far, newest first. */
    public List<Undelivered> undelivered(Channel channel, int limit) {
        return jdbc.sql("SELECT d.state, d.attempts, d.problem, o.occurred_at FROM notification_delivery d"
                        + " JOIN notification_occasion o ON o.id = d.occasion_id"
                        + " WHERE d.state IN ('WAITING', 'GIVEN_UP') AND d.problem IS NOT NULL AND d.channel = ?"
                        + " ORDER BY o.occurred_at DESC, d.id FETCH FIRST ? ROWS ONLY")
                .param(channel.name())
                .param(limit)
                .query((row, _) -> new Undelivered(
                        channel,
                        "GIVEN_UP".equals(row.getString(1)),
                        row.getInt(2),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getString(3)))
                .list();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Channel.valueOf(row.getString(3)),
                row.getString(4),
                row.getInt(5));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
