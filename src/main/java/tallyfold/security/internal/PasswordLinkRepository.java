package tallyfold.security.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.security.UserId;

/** The SQL of one-time links; only their hashes are kept. */
@Repository
public class PasswordLinkRepository {

    private final JdbcClient jdbc;

    public PasswordLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes this the only link of the user. */
    void replace(UserId user, String hash, Instant expiresAt) {
        delete(user);
        jdbc.sql("INSERT INTO password_link (user_id, token_hash, expires_at) VALUES (:user, :hash, :expires)")
                .param("user", user.value())
                .param("hash", hash)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose link this is, if it works now. */
    Optional<UserId> find(String hash, Instant now) {
        return jdbc.sql("""
                        SELECT l.user_id FROM password_link l JOIN app_user u ON u.id = l.user_id
                         WHERE l.token_hash = :hash AND l.expires_at > :now AND u.enabled""")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Uses a link up; of two at once one gets true. */
    boolean use(String hash) {
        return jdbc.sql("DELETE FROM password_link WHERE token_hash = :hash")
                        .param("hash", hash)
                        .update()
                == 1;
    }

    boolean delete(UserId user) {
        return jdbc.sql("DELETE FROM password_link WHERE user_id = :user")
                        .param("user", user.value())
                        .update()
                == 1;
    }
}
