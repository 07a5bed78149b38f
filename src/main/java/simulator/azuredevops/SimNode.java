package simulator.azuredevops;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An area or an iteration of a project. Its id and identifier outlive renames and moves. */
public final class SimNode {

    private final int id;
    private final UUID identifier;
    private final boolean iteration;
    private volatile String name;
    private volatile @Nullable SimNode parent;
    private volatile @Nullable LocalDate start;
    private volatile @Nullable LocalDate finish;
    private final List<SimNode> children = new CopyOnWriteArrayList<>();

    SimNode(int id, UUID identifier, boolean iteration, String name, @Nullable SimNode parent) {
        this.id = id;
        this.identifier = identifier;
        this.iteration = iteration;
        this.name = name;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    public int id() {
        return id;
    }

    public UUID identifier() {
        return identifier;
    }

    public boolean iteration() {
        return iteration;
    }

    public String name() {
        return name;
    }

    public @Nullable SimNode parent() {
        return parent;
    }

    public @Nullable LocalDate start() {
        return start;
    }

    public @Nullable LocalDate finish() {
        return finish;
    }

    public List<SimNode> children() {
        return List.copyOf(children);
    }

    /** The path in work item fields: {@code Project\Release 1\Sprint 2}. */
    public String path() {
        SimNode above = parent;
        return above == null ? name : above.path() + "\\" + name;
    }

    /** The path in classification nodes: {@code \Project\Iteration\Release 1\Sprint 2}. */
    public String treePath() {
        SimNode above = parent;
        return above == null ? "\\" + name + (iteration ? "\\Iteration" : "\\Area") : above.treePath() + "\\" + name;
    }

    /** The dates of an iteration, both inclusive. */
    public SimNode dates(@Nullable LocalDate from, @Nullable LocalDate to) {
        start = from;
        finish = to;
        return this;
    }

    boolean under(SimNode ancestor) {
        for (SimNode node = this; node != null; node = node.parent) {
            if (node == ancestor) {
                return true;
            }
        }
        return false;
    }

    int level() {
        SimNode above = parent;
        return above == null ? 1 : above.level() + 1;
    }

    SimNode atLevel(int level) {
        SimNode above = parent;
        return above == null || level() <= level ? this : above.atLevel(level);
    }

    void rename(String other) {
        name = other;
    }

    void moveUnder(SimNode other) {
        detach();
        parent = other;
        other.children.add(this);
    }

    void detach() {
        SimNode above = parent;
        if (above != null) {
            above.children.remove(this);
        }
    }

    @Nullable
    SimNode child(String wanted) {
        for (SimNode child : children) {
            if (child.name.equalsIgnoreCase(wanted)) {
                return child;
            }
        }
        return null;
    }

    void walk(Consumer<SimNode> visitor) {
        visitor.accept(this);
        children.forEach(child -> child.walk(visitor));
    }
}
