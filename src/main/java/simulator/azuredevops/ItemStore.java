package simulator.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work items of one organization and the two logs the reporting endpoints read: revisions and links, each in the
 * order of writing. Guarded by the organization's lock.
 */
final class ItemStore {

    private final List<StoredItem> items = new ArrayList<>();
    private final List<SimRevision> revisions = new ArrayList<>();
    private final List<LinkEvent> links = new ArrayList<>();

    /** Ids are dense and never used twice. */
    int nextId() {
        return items.size() + 1;
    }

    @Nullable
    StoredItem find(long id) {
        return id < 1 || id > items.size() ? null : items.get((int) id - 1);
    }

    StoredItem require(long id) {
        StoredItem item = find(id);
        if (item == null || item.destroyed()) {
            throw new IllegalArgumentException("no work item " + id);
        }
        return item;
    }

    void create(StoredItem item, SimRevision first) {
        items.add(item);
        write(item, first);
    }

    void write(StoredItem item, SimRevision revision) {
        item.append(revision);
        revisions.add(revision);
        revision.watermark(revisions.size());
    }

    void write(LinkEvent event) {
        links.add(event);
    }

    void forEach(Consumer<StoredItem> action) {
        items.forEach(action);
    }

    List<StoredItem> all() {
        return items;
    }

    /** The log of revisions; the watermark of an entry is its position plus one. */
    List<SimRevision> log() {
        return revisions;
    }

    List<LinkEvent> links() {
        return links;
    }

    /** Position of the first entry changed at or after a moment. */
    int positionAt(Instant moment) {
        for (int i = 0; i < revisions.size(); i++) {
            if (!revisions.get(i).changedDate().isBefore(moment)) {
                return i;
            }
        }
        return revisions.size();
    }
}
