package tallyfold.sync.internal;

import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** Takes up again what a killed process left behind, before db-scheduler starts. */
@Component
class SyncStartup implements SmartInitializingSingleton {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final SyncQueue queue;
    private final Clock clock;

    SyncStartup(DataSource dataSource, JdbcClient jdbc, SyncQueue queue, Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (isAlone()) {
            freeExecutions();
        }
        queue.wakeAll();
    }

    /** An embedded database is locked by its one process; whoever held an execution before is dead. */
    private boolean isAlone() {
        try {
            return Objects.equals(
                    JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName), "H2");
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not tell its name", e);
        }
    }

    void freeExecutions() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,"
                        + " version = version + 1 WHERE picked = TRUE")
                .update();
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = ?, version = version + 1"
                        + " WHERE task_name = ? AND execution_time > ?")
                .param(now)
                .param(SyncTasks.CONNECTION.getTaskName())
                .param(now)
                .update();
    }
}
