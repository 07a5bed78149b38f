package tallyfold.sync.internal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one row with the chosen time zone. */
@Repository
class SyncZoneRepository {

    private static final Logger LOG = LoggerFactory.getLogger(SyncZoneRepository.class);

    private final JdbcClient jdbc;

    SyncZoneRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ZoneId> find() {
        return jdbc.sql("SELECT zone FROM sync_zone")
                .query((row, _) -> row.getString(1))
                .optional()
                .flatMap(name -> {
                    try {
                        return Optional.of(ZoneId.of(name));
                    } catch (DateTimeException unknown) {
                        // A Java with other zones than the one that stored it.
                        LOG.warn("The chosen time zone {} is not known here; the configured one is used", name);
                        return Optional.empty();
                    }
                });
    }

    /** Null for none. */
    @Transactional
    public void save(@Nullable ZoneId zone) {
        jdbc.sql("DELETE FROM sync_zone").update();
        if (zone != null) {
            jdbc.sql("INSERT INTO sync_zone (only_row, zone) VALUES (1, ?)")
                    .param(zone.getId())
                    .update();
        }
    }
}
