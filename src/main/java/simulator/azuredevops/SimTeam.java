package simulator.azuredevops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A team of a project: its members, areas and iterations. */
public final class SimTeam {

    /** An area a team owns. */
    public record OwnedArea(SimNode node, boolean includeChildren) {}

    private final SimGroup group;
    private final SimProject project;
    private final String description;
    private final List<OwnedArea> areas = new CopyOnWriteArrayList<>();
    private final List<SimNode> iterations = new CopyOnWriteArrayList<>();
    private final List<SimUser> administrators = new CopyOnWriteArrayList<>();
    private volatile @Nullable SimNode backlogIteration;
    private volatile String bugsBehavior = "asRequirements";

    SimTeam(SimGroup group, SimProject project, String description) {
        this.group = group;
        this.project = project;
        this.description = description;
    }

    public UUID id() {
        return group.id();
    }

    public String name() {
        return group.name();
    }

    public String description() {
        return description;
    }

    public SimProject project() {
        return project;
    }

    /** The group behind the team; its members are the team's. */
    public SimGroup group() {
        return group;
    }

    public List<OwnedArea> areas() {
        return List.copyOf(areas);
    }

    public List<SimNode> iterations() {
        return List.copyOf(iterations);
    }

    public @Nullable SimNode backlogIteration() {
        return backlogIteration;
    }

    public SimTeam add(SimUser user) {
        group.add(user);
        return this;
    }

    public SimTeam add(SimGroup nested) {
        group.add(nested);
        return this;
    }

    public SimTeam remove(SimUser user) {
        group.drop(user);
        administrators.remove(user);
        return this;
    }

    public SimTeam administrator(SimUser user) {
        administrators.add(user);
        return add(user);
    }

    /** Owns an area; the first one is the default. */
    public SimTeam area(SimNode node, boolean includeChildren) {
        areas.add(new OwnedArea(node, includeChildren));
        return this;
    }

    public SimTeam iteration(SimNode node) {
        iterations.add(node);
        return this;
    }

    public SimTeam iterations(List<SimNode> nodes) {
        iterations.addAll(nodes);
        return this;
    }

    public SimTeam backlogIteration(SimNode node) {
        backlogIteration = node;
        return this;
    }

    /** One of {@code off}, {@code asRequirements}, {@code asTasks}. */
    public SimTeam bugsBehavior(String behavior) {
        bugsBehavior = behavior;
        return this;
    }

    String bugsBehavior() {
        return bugsBehavior;
    }

    boolean administeredBy(SimUser user) {
        return administrators.contains(user);
    }

    void forget(SimNode node) {
        iterations.remove(node);
        areas.removeIf(area -> area.node() == node);
        if (backlogIteration == node) {
            backlogIteration = null;
        }
    }

    /** Everybody in the team, nested groups resolved. */
    List<SimUser> people() {
        List<SimUser> people = new ArrayList<>();
        collect(group, people, new HashSet<>());
        return people;
    }

    private static void collect(SimGroup from, List<SimUser> into, Set<SimGroup> seen) {
        if (seen.add(from)) {
            from.users().stream().filter(user -> !into.contains(user)).forEach(into::add);
            from.groups().forEach(nested -> collect(nested, into, seen));
        }
    }
}
