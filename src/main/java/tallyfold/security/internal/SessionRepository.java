package tallyfold.security.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.security.SessionId;
import tallyfold.security.UserId;
import tallyfold.security.UserSession;

/** The SQL of sessions. */
@Repository
public class SessionRepository {

    private final JdbcClient jdbc;

    public SessionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param inTheClear whether the sign-in came over the network without TLS */
    void insert(SessionId id, UserId user, Instant since, String address, String browser, boolean inTheClear) {
        jdbc.sql("""
                        INSERT INTO user_session
                               (id, user_id, since, proved_at, last_used, address, browser, in_the_clear)
                        VALUES (:id, :user, :since, :since, :since, :address, :browser, :clear)""")
                .param("id", id.value())
                .param("user", user.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("address", address)
                .param("browser", browser)
                .param("clear", inTheClear)
                .update();
    }

    /** Whether a session that still lives was begun over the network without TLS. */
    public boolean anyInTheClear(Instant now) {
        return jdbc.sql("""
                        SELECT 1 FROM user_session WHERE in_the_clear AND last_used > :after
                         FETCH FIRST 1 ROWS ONLY""")
                .param("after", now.minus(SessionLimits.IDLE).atOffset(ZoneOffset.UTC))
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    /** Whether a session may go on: it was not ended, and its user was neither disabled nor changed since. */
    boolean holds(SessionId id) {
        return jdbc.sql("""
                        SELECT 1 FROM user_session s JOIN app_user u ON u.id = s.user_id
                         WHERE s.id = :id AND u.enabled AND u.changed_at <= s.proved_at""")
                .param("id", id.value())
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    /** Sessions used after a time, the latest first. */
    List<UserSession> list(UserId user, Instant usedAfter, @Nullable SessionId own) {
        return jdbc.sql("""
                        SELECT id, since, last_used, address, browser FROM user_session
                         WHERE user_id = :user AND last_used > :after ORDER BY last_used DESC, id""")
                .param("user", user.value())
                .param("after", usedAfter.atOffset(ZoneOffset.UTC))
                .query((row, _) -> {
                    SessionId id = new SessionId(row.getObject("id", UUID.class));
                    return new UserSession(
                            id,
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            row.getObject("last_used", OffsetDateTime.class).toInstant(),
                            row.getString("address"),
                            row.getString("browser"),
                            id.equals(own));
                })
                .list();
    }

    void touch(SessionId id, Instant now) {
        jdbc.sql("UPDATE user_session SET last_used = :now WHERE id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** The user has just proved in this session to be who they are. */
    void prove(SessionId id, Instant now) {
        jdbc.sql("UPDATE user_session SET proved_at = :now WHERE id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    boolean delete(SessionId id, UserId user) {
        return jdbc.sql("DELETE FROM user_session WHERE id = :id AND user_id = :user")
                        .param("id", id.value())
                        .param("user", user.value())
                        .update()
                == 1;
    }

    void delete(SessionId id) {
        jdbc.sql("DELETE FROM user_session WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    /** All sessions of a user but one. */
    int deleteOthers(UserId user, @Nullable SessionId kept) {
        return jdbc.sql("DELETE FROM user_session WHERE user_id = :user AND id <> :kept")
                .param("user", user.value())
                .param("kept", kept == null ? new UUID(0, 0) : kept.value())
                .update();
    }

    /** All sessions of everybody; how many. */
    int deleteAll() {
        return jdbc.sql("DELETE FROM user_session").update();
    }

    int deleteUnusedSince(Instant time) {
        return jdbc.sql("DELETE FROM user_session WHERE last_used < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
