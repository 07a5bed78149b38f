package simulator.azuredevops;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A work item as it stood when it was asked for; later changes do not show. */
public final class SimItem {

    private final SimRevision current;
    private final List<SimRevision> history;
    private final boolean destroyed;

    SimItem(StoredItem item) {
        this.current = item.current();
        this.history = item.revisions();
        this.destroyed = item.destroyed();
    }

    public long id() {
        return current.id();
    }

    public int rev() {
        return current.rev();
    }

    public UUID projectId() {
        return current.project().id();
    }

    public String type() {
        return current.type().name();
    }

    public String state() {
        return current.state();
    }

    public SimState.Category stateCategory() {
        return current.type().state(current.state()).orElseThrow().category();
    }

    public String title() {
        return current.title();
    }

    /** The parent's id; 0 without parent. */
    public long parent() {
        return current.parent();
    }

    /** The value of a field by reference name; null when it is empty. */
    public @Nullable Object value(String field) {
        return current.value(field);
    }

    /**
     * Every filled field: texts, {@link Integer} and {@link Double}, {@link java.time.Instant}, {@link SimUser},
     * {@link Boolean}.
     */
    public Map<String, Object> fields() {
        return current.fields();
    }

    /** In the recycle bin. */
    public boolean deleted() {
        return current.deleted();
    }

    /** Gone for good. */
    public boolean destroyed() {
        return destroyed;
    }

    /** All revisions, oldest first; the last one is the current one. */
    public List<SimRevision> revisions() {
        return List.copyOf(history);
    }

    @Override
    public String toString() {
        return current.toString();
    }
}
