package simulator.azuredevops;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A group: of the organization, of a project, or the group behind a team. Members are people and other groups. */
public final class SimGroup {

    private final UUID id;
    private final String sid;
    private final @Nullable SimProject project;
    private final String organization;
    private volatile String name;
    private final String description;
    private final List<SimUser> users = new CopyOnWriteArrayList<>();
    private final List<SimGroup> groups = new CopyOnWriteArrayList<>();

    SimGroup(UUID id, @Nullable SimProject project, String organization, String name, String description) {
        this.id = id;
        this.sid = sid(id);
        this.project = project;
        this.organization = organization;
        this.name = name;
        this.description = description;
    }

    private static String sid(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        return "S-1-9-1551374245-" + (high >>> 32) + "-" + (high & 0xFFFFFFFFL) + "-" + (low >>> 32) + "-"
                + (low & 0xFFFFFFFFL) + "-1";
    }

    /** The identity id; for a team its team id. */
    public UUID id() {
        return id;
    }

    public @Nullable SimProject project() {
        return project;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** Name with its scope, for example {@code [Project]\Readers}. */
    public String principalName() {
        SimProject owner = project;
        return "[" + (owner == null ? organization : owner.name()) + "]\\" + name;
    }

    public String descriptor() {
        return SimUser.Descriptors.group(sid);
    }

    public List<SimUser> users() {
        return List.copyOf(users);
    }

    public List<SimGroup> groups() {
        return List.copyOf(groups);
    }

    public SimGroup add(SimUser user) {
        if (!users.contains(user)) {
            users.add(user);
        }
        return this;
    }

    public SimGroup add(SimGroup group) {
        groups.add(group);
        return this;
    }

    String sid() {
        return sid;
    }

    void rename(String other) {
        name = other;
    }

    void drop(SimUser user) {
        users.remove(user);
    }
}
