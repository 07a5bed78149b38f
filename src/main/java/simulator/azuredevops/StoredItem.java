package simulator.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.json.Times;

/** A work item as the store keeps it; guarded by the organization's lock. Small, because there may be a million. */
final class StoredItem {

    static final List<String> FIRST_FIELDS = List.of(
            Fields.AREA_PATH,
            Fields.PROJECT,
            Fields.ITERATION_PATH,
            Fields.TYPE,
            Fields.STATE,
            Fields.REASON,
            Fields.ASSIGNED_TO,
            Fields.CREATED_DATE,
            Fields.CREATED_BY,
            Fields.CHANGED_DATE,
            Fields.CHANGED_BY,
            Fields.COMMENT_COUNT,
            Fields.TITLE);

    private static final int[] NO_CHILDREN = {};

    private final int id;
    private final Instant created;
    private final SimUser creator;
    private @Nullable SimRevision current;
    private @Nullable List<SimRevision> earlier;
    private int[] children = NO_CHILDREN;
    private @Nullable List<Relation> relations;
    private int comments;
    private boolean destroyed;

    StoredItem(int id, Instant created, SimUser creator) {
        this.id = id;
        this.created = created;
        this.creator = creator;
    }

    /**
     * A link other than parent and child.
     *
     * @param rel reference name with direction
     * @param target the other item; 0 when the link leads out
     * @param address where it leads when target is 0
     */
    record Relation(String rel, int target, String address) {}

    int id() {
        return id;
    }

    Instant created() {
        return created;
    }

    SimUser creator() {
        return creator;
    }

    SimRevision current() {
        SimRevision revision = current;
        if (revision == null) {
            throw new IllegalStateException("item " + id + " has no revision yet");
        }
        return revision;
    }

    void append(SimRevision revision) {
        if (current != null) {
            if (earlier == null) {
                earlier = new ArrayList<>(2);
            }
            earlier.add(current);
        }
        current = revision;
        if (revision.stored().get(Fields.HISTORY_TEXT) != null) {
            comments++;
        }
    }

    List<SimRevision> revisions() {
        List<SimRevision> all = earlier == null ? new ArrayList<>(1) : new ArrayList<>(earlier);
        all.add(current());
        return all;
    }

    Instant revisedDate(int number) {
        if (earlier == null || number > earlier.size()) {
            return Times.OPEN_END;
        }
        return number == earlier.size()
                ? current().changedDate()
                : earlier.get(number).changedDate();
    }

    /** The revision that held at a moment, or null before the item existed. */
    @Nullable
    SimRevision asOf(Instant moment) {
        SimRevision found = null;
        for (SimRevision revision : revisions()) {
            if (!revision.changedDate().isAfter(moment)) {
                found = revision;
            }
        }
        return found;
    }

    int comments() {
        return comments;
    }

    boolean deleted() {
        return current().deleted();
    }

    boolean destroyed() {
        return destroyed;
    }

    void destroy() {
        destroyed = true;
    }

    /** Whether the API shows the item to this person, deletion aside. */
    boolean visibleTo(@Nullable SimUser user) {
        SimProject project = current().project();
        return !destroyed && project.live() && project.visibleTo(user);
    }

    boolean readableBy(@Nullable SimUser user) {
        return !deleted() && visibleTo(user);
    }

    int[] children() {
        return children;
    }

    void addChild(int child) {
        int[] more = Arrays.copyOf(children, children.length + 1);
        more[children.length] = child;
        children = more;
    }

    void dropChild(int child) {
        children = Arrays.stream(children).filter(known -> known != child).toArray();
    }

    List<Relation> relations() {
        return relations == null ? List.of() : List.copyOf(relations);
    }

    void relate(Relation relation) {
        if (relations == null) {
            relations = new ArrayList<>(1);
        }
        relations.add(relation);
    }

    void unrelate(String rel, int target) {
        if (relations != null) {
            relations.removeIf(relation -> relation.rel().equals(rel) && relation.target() == target);
        }
    }
}
