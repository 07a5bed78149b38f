package simulator.azuredevops;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A stored query, or a folder of them when it has no text. */
public final class SimQuery {

    private final UUID id;
    private volatile String name;
    private volatile @Nullable String wiql;
    private final @Nullable SimQuery parent;
    private final boolean shared;
    private final SimUser author;
    private final Instant created;
    private final List<SimQuery> children = new CopyOnWriteArrayList<>();

    SimQuery(
            UUID id,
            String name,
            @Nullable String wiql,
            @Nullable SimQuery parent,
            boolean shared,
            SimUser author,
            Instant created) {
        this.id = id;
        this.name = name;
        this.wiql = wiql;
        this.parent = parent;
        this.shared = shared;
        this.author = author;
        this.created = created;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public @Nullable String wiql() {
        return wiql;
    }

    /** True under "Shared Queries", false under "My Queries". */
    public boolean shared() {
        return shared;
    }

    public boolean folder() {
        return wiql == null;
    }

    public String path() {
        return parent == null ? name : parent.path() + "/" + name;
    }

    public List<SimQuery> children() {
        return List.copyOf(children);
    }

    @Nullable
    SimQuery parent() {
        return parent;
    }

    SimUser author() {
        return author;
    }

    Instant created() {
        return created;
    }

    void rename(String other) {
        name = other;
    }

    void change(String text) {
        if (wiql == null) {
            throw new IllegalArgumentException("a folder has no text");
        }
        wiql = text;
    }

    /** Takes it, with what is in it, out of its folder. */
    void delete() {
        if (parent == null) {
            throw new IllegalArgumentException("the folder " + name + " cannot be deleted");
        }
        parent.drop(this);
    }

    private void drop(SimQuery child) {
        children.remove(child);
    }
}
