package tallyfold.project.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.project.StatusChange;

/** Writes down that a schedule status is computed again once the time somebody held it for has passed. */
@Component
class EndedHolds {

    private final StatusChangeRepository changes;
    private final ProjectRepository projects;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EndedHolds(
            StatusChangeRepository changes, ProjectRepository projects, TransactionTemplate transaction, Clock clock) {
        this.changes = changes;
        this.projects = projects;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each by itself, so that one that is being changed keeps no other one waiting. */
    void end() {
        changes.ended(clock.instant()).forEach(seen -> transaction.executeWithoutResult(_ -> end(seen)));
    }

    private void end(StatusChange seen) {
        if (!projects.lock(seen.project()) || seen.until() == null) {
            return;
        }
        // Somebody may have said something else before the lock was there.
        List<StatusChange> newest = changes.newest(List.of(seen.project()));
        if (newest.stream().anyMatch(change -> change.id() == seen.id())) {
            changes.insert(seen.project(), seen.area(), null, "", null, seen.until(), null);
        }
    }
}
