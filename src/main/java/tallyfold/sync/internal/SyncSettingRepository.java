package tallyfold.sync.internal;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The chosen rhythm. */
@Repository
class SyncSettingRepository {

    private final JdbcClient jdbc;

    SyncSettingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Duration> every() {
        return jdbc.sql("SELECT every_seconds FROM sync_setting WHERE only_row = 1")
                .query((row, _) -> Duration.ofSeconds(row.getLong(1)))
                .optional();
    }

    @Transactional
    void save(Duration every) {
        jdbc.sql("DELETE FROM sync_setting").update();
        jdbc.sql("INSERT INTO sync_setting (only_row, every_seconds) VALUES (1, :seconds)")
                .param("seconds", every.toSeconds())
                .update();
    }
}
