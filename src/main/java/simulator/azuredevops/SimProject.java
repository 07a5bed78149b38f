package simulator.azuredevops;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A project of an organization. */
public final class SimProject {

    private final UUID id;
    private final SimProcess process;
    private final SimNode areaRoot;
    private final SimNode iterationRoot;
    private final SimQuery sharedQueries;
    private final SimQuery myQueries;
    private final List<SimTeam> teams = new CopyOnWriteArrayList<>();
    private final List<SimGroup> groups = new CopyOnWriteArrayList<>();
    private final Set<UUID> hiddenFrom = ConcurrentHashMap.newKeySet();
    private final Set<String> formerNames = new LinkedHashSet<>();
    private volatile String name;
    private volatile String description = "";
    private volatile String state = "wellFormed";
    private volatile boolean publicProject;
    private final AtomicInteger revision = new AtomicInteger(11);
    private volatile Instant lastUpdate;

    SimProject(
            UUID id,
            String name,
            SimProcess process,
            SimNode areaRoot,
            SimNode iterationRoot,
            SimQuery sharedQueries,
            SimQuery myQueries,
            Instant created) {
        this.id = id;
        this.name = name;
        this.process = process;
        this.areaRoot = areaRoot;
        this.iterationRoot = iterationRoot;
        this.sharedQueries = sharedQueries;
        this.myQueries = myQueries;
        this.lastUpdate = created;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public SimProcess process() {
        return process;
    }

    public String description() {
        return description;
    }

    /** Sets the description; the empty text is no description. */
    public SimProject description(String text) {
        description = text;
        return this;
    }

    /** {@code wellFormed} or {@code deleted}. */
    public String state() {
        return state;
    }

    /** Counts up with every change of the project itself. */
    public int revision() {
        return revision.get();
    }

    public Instant lastUpdate() {
        return lastUpdate;
    }

    public SimNode areaRoot() {
        return areaRoot;
    }

    public SimNode iterationRoot() {
        return iterationRoot;
    }

    public List<SimTeam> teams() {
        return List.copyOf(teams);
    }

    public SimTeam defaultTeam() {
        return teams.getFirst();
    }

    public List<SimGroup> groups() {
        return List.copyOf(groups);
    }

    /** The folder "Shared Queries". */
    public SimQuery sharedQueries() {
        return sharedQueries;
    }

    SimQuery myQueries() {
        return myQueries;
    }

    /** Takes the project out of sight of a person, as a lost permission does. */
    public SimProject hideFrom(SimUser user) {
        hiddenFrom.add(user.id());
        return this;
    }

    public SimProject showTo(SimUser user) {
        hiddenFrom.remove(user.id());
        return this;
    }

    /** Makes the project public: visible without credential where the organization allows it. */
    public SimProject makePublic() {
        publicProject = true;
        return this;
    }

    public boolean isPublic() {
        return publicProject;
    }

    boolean live() {
        return state.equals("wellFormed");
    }

    boolean visibleTo(@Nullable SimUser user) {
        return user == null ? publicProject : !hiddenFrom.contains(user.id());
    }

    boolean wasNamed(String wanted) {
        return formerNames.stream().anyMatch(former -> former.equalsIgnoreCase(wanted));
    }

    void rename(String other, Instant now) {
        formerNames.add(name);
        name = other;
        areaRoot.rename(other);
        iterationRoot.rename(other);
        touch(now);
    }

    void state(String other, Instant now) {
        state = other;
        touch(now);
    }

    /** Runs under the organization's lock. */
    private void touch(Instant now) {
        revision.incrementAndGet();
        lastUpdate = now;
    }

    void add(SimTeam team) {
        teams.add(team);
    }

    void drop(SimTeam team) {
        teams.remove(team);
        groups.remove(team.group());
    }

    void add(SimGroup group) {
        groups.add(group);
    }

    Optional<SimTeam> team(String idOrName) {
        return teams.stream()
                .filter(team -> team.name().equalsIgnoreCase(idOrName)
                        || team.id().toString().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    /** The node of a field path such as {@code Project\Child}, or null. */
    @Nullable
    SimNode node(boolean iteration, String path) {
        String[] names = path.split("\\\\", -1);
        SimNode node = iteration ? iterationRoot : areaRoot;
        if (!names[0].equalsIgnoreCase(name)) {
            return null;
        }
        for (int i = 1; i < names.length && node != null; i++) {
            node = node.child(names[i]);
        }
        return node;
    }
}
