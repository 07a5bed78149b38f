package tallyfold.sync.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.project.Rhythm;

/** The table of rhythms, with when each comes round next. */
@Repository
class SyncSettingRepository {

    /** Stands for everything that has no rhythm of its own. */
    static final UUID SERVER = new UUID(0, 0);

    /**
     * What is stored of a scope.
     *
     * @param rhythm null to inherit
     * @param due null where it never comes round, and before that was ever worked out
     */
    record Scope(@Nullable Rhythm rhythm, @Nullable Instant due) {}

    private final JdbcClient jdbc;

    SyncSettingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Scope> all() {
        Map<UUID, Scope> scopes = new HashMap<>();
        jdbc.sql("SELECT scope, rhythm, due_at FROM sync_schedule").query(rs -> {
            String rhythm = rs.getString("rhythm");
            OffsetDateTime due = rs.getObject("due_at", OffsetDateTime.class);
            scopes.put(
                    rs.getObject("scope", UUID.class),
                    new Scope(rhythm == null ? null : Rhythm.parse(rhythm), due == null ? null : due.toInstant()));
        });
        return scopes;
    }

    @Transactional
    public void save(UUID scope, Scope kept) {
        Instant due = kept.due();
        erase(scope);
        jdbc.sql("INSERT INTO sync_schedule (scope, rhythm, due_at) VALUES (?, ?, ?)")
                .param(scope)
                .param(kept.rhythm() == null ? null : kept.rhythm().text())
                .param(due == null ? null : due.atOffset(ZoneOffset.UTC))
                .update();
    }

    void erase(UUID scope) {
        jdbc.sql("DELETE FROM sync_schedule WHERE scope = ?").param(scope).update();
    }
}
