package tallyfold.security.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.security.UserId;

/** The SQL of who comes by single sign-on. */
@Repository
class IdentityRepository {

    private final JdbcClient jdbc;

    IdentityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UserId> find(String issuer, String subject) {
        return jdbc.sql("SELECT user_id FROM app_user_identity WHERE issuer = :issuer AND subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> new UserId(row.getObject("user_id", UUID.class)))
                .optional();
    }

    /**
     * Remembers who it is.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody was faster
     */
    void insert(String issuer, String subject, UserId user, Instant now) {
        jdbc.sql("""
                        INSERT INTO app_user_identity (issuer, subject, user_id, created_at)
                        VALUES (:issuer, :subject, :user, :now)""")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("user", user.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
