package tallyfold.help.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.help.HelpVotes;

/** The table of what readers said. */
@Repository
public class HelpFeedbackRepository {

    private static final int REMARKS = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    HelpFeedbackRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(String article, boolean helpful, String remark, String givenBy) {
        jdbc.sql("""
                INSERT INTO help_feedback (id, article, helpful, remark, given_by, given_at)
                VALUES (:id, :article, :helpful, CAST(:remark AS VARCHAR), :by, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("article", article)
                .param("helpful", helpful)
                .param("remark", remark.isEmpty() ? null : remark)
                .param("by", givenBy)
                .param("at", OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .update();
    }

    public List<HelpVotes> votes() {
        return jdbc.sql("""
                SELECT article, COUNT(*) FILTER (WHERE helpful) AS for_it, COUNT(*) FILTER (WHERE NOT helpful) AS against_it
                FROM help_feedback GROUP BY article ORDER BY article
                """)
                .query((row, _) -> new HelpVotes(
                        row.getString("article"),
                        row.getInt("for_it"),
                        row.getInt("against_it"),
                        remarks(row.getString("article"))))
                .list();
    }

    private List<String> remarks(String article) {
        return jdbc.sql("""
                SELECT remark FROM help_feedback WHERE article = :article AND remark IS NOT NULL
                ORDER BY given_at DESC, id FETCH FIRST :most ROWS ONLY
                """)
                .param("article", article)
                .param("most", REMARKS)
                .query((row, _) -> row.getString("remark"))
                .list();
    }
}
