package tallyfold.sync.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRunId;

/** The table that says who may write for a link and how far its reading has come. */
@Repository
class CheckpointRepository {

    /** How far the reading of a link has come, and of what: the mark of what it covered then. */
    record Checkpoint(SyncRunId run, String selection, long fence, long afterId) {}

    private final JdbcClient jdbc;

    CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads and locks until the transaction ends. */
    Optional<Checkpoint> lock(LinkId link) {
        return jdbc.sql("SELECT run_id, selection, fence, after_id FROM sync_checkpoint WHERE link_id = ? FOR UPDATE")
                .param(link.value())
                .query((rs, _) -> new Checkpoint(
                        new SyncRunId(rs.getObject("run_id", UUID.class)),
                        rs.getString("selection"),
                        rs.getLong("fence"),
                        rs.getLong("after_id")))
                .optional();
    }

    void insert(LinkId link, Checkpoint checkpoint) {
        jdbc.sql("INSERT INTO sync_checkpoint (link_id, run_id, selection, fence, after_id) VALUES (?, ?, ?, ?, ?)")
                .param(link.value())
                .param(checkpoint.run().value())
                .param(checkpoint.selection())
                .param(checkpoint.fence())
                .param(checkpoint.afterId())
                .update();
    }

    void update(LinkId link, Checkpoint checkpoint) {
        jdbc.sql("UPDATE sync_checkpoint SET run_id = ?, selection = ?, fence = ?, after_id = ? WHERE link_id = ?")
                .param(checkpoint.run().value())
                .param(checkpoint.selection())
                .param(checkpoint.fence())
                .param(checkpoint.afterId())
                .param(link.value())
                .update();
    }

    /** Without it nobody may write for the link any more; waits for who is writing just now. */
    void erase(LinkId link) {
        jdbc.sql("DELETE FROM sync_checkpoint WHERE link_id = ?")
                .param(link.value())
                .update();
    }
}
