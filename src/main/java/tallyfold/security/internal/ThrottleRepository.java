package tallyfold.security.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.security.internal.ThrottleRule.Count;

/** The SQL of counted guesses. */
@Repository
public class ThrottleRepository {

    private final JdbcClient jdbc;

    public ThrottleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted, held until the surrounding transaction ends. */
    Optional<Count> lock(String subject) {
        return jdbc.sql("""
                        SELECT failures, blocked_until, last_failure
                          FROM sign_in_failure WHERE subject = :subject FOR UPDATE""")
                .param("subject", subject)
                .query((row, _) -> new Count(
                        row.getInt("failures"),
                        instant(row.getObject("blocked_until", OffsetDateTime.class)),
                        row.getObject("last_failure", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void insert(String subject, Count count) {
        write(
                "INSERT INTO sign_in_failure (subject, failures, blocked_until, last_failure)"
                        + " VALUES (:subject, :failures, CAST(:until AS TIMESTAMP WITH TIME ZONE), :last)",
                subject,
                count);
    }

    void update(String subject, Count count) {
        write(
                "UPDATE sign_in_failure SET failures = :failures,"
                        + " blocked_until = CAST(:until AS TIMESTAMP WITH TIME ZONE), last_failure = :last"
                        + " WHERE subject = :subject",
                subject,
                count);
    }

    void delete(String subject) {
        jdbc.sql("DELETE FROM sign_in_failure WHERE subject = :subject")
                .param("subject", subject)
                .update();
    }

    void deleteOlderThan(Instant time) {
        jdbc.sql("DELETE FROM sign_in_failure WHERE last_failure < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void write(String sql, String subject, Count count) {
        Instant until = count.blockedUntil();
        jdbc.sql(sql)
                .param("subject", subject)
                .param("failures", count.failures())
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("last", count.lastFailure().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
