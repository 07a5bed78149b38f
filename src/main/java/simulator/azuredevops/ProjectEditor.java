package simulator.azuredevops;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The projects of an organization and the changes of their structure. Changes run under the organization's lock. */
final class ProjectEditor {

    /** A line of the project history: what a project was called and its state from a revision on. */
    record Event(SimProject project, String name, String state, Instant at, int revision) {}

    private final Organization organization;
    private final ItemEditor items;
    private final List<SimProject> projects = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private int lastNode = 1000;
    private int lastRevision = 400;

    ProjectEditor(Organization organization, ItemEditor items) {
        this.organization = organization;
        this.items = items;
    }

    List<SimProject> all() {
        return List.copyOf(projects);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    SimProject add(String name, SimProcess process, Instant created) {
        if (projects.stream()
                .anyMatch(project -> project.live() && project.name().equalsIgnoreCase(name))) {
            throw new IllegalArgumentException("there is a project " + name + " already");
        }
        UUID id = organization.newId();
        SimProject project = new SimProject(
                id,
                name,
                process,
                node(false, name, null),
                node(true, name, null),
                query(null, "Shared Queries", null, true, created),
                query(null, "My Queries", null, false, created),
                created);
        SimGroup valid = organization.people().addGroup(project, "Project Valid Users", "Members of this project.");
        SimGroup contributors = organization.people().addGroup(project, "Contributors", "May add and change items.");
        valid.add(contributors);
        organization.people().addGroup(project, "Readers", "May look.");
        organization.people().addGroup(project, "Project Administrators", "May do everything in the project.");
        contributors.add(
                addTeam(project, name + " Team", "The default project team.").group());
        projects.add(project);
        remember(project);
        return project;
    }

    void rename(SimProject project, String other) {
        project.rename(other, organization.now());
        remember(project);
    }

    void state(SimProject project, String state) {
        project.state(state, organization.now());
        remember(project);
    }

    SimTeam addTeam(SimProject project, String name, String description) {
        SimTeam team = new SimTeam(organization.people().addGroup(project, name, description), project, description);
        project.add(team);
        return team;
    }

    SimNode addNode(SimNode parent, String name) {
        if (parent.child(name) != null) {
            throw new IllegalArgumentException("there is a node " + name + " already");
        }
        return node(parent.iteration(), name, parent);
    }

    void moveNode(SimNode node, SimNode target) {
        if (node.parent() == null || target.under(node) || target.iteration() != node.iteration()) {
            throw new IllegalArgumentException("cannot move " + node.path() + " under " + target.path());
        }
        if (node.parent() != target && target.child(node.name()) != null) {
            throw new IllegalArgumentException("there is a node " + node.name() + " already");
        }
        node.moveUnder(target);
    }

    void renameNode(SimNode node, String other) {
        SimNode above = node.parent();
        SimNode known = above == null ? null : above.child(other);
        if (known != null && known != node) {
            throw new IllegalArgumentException("there is a node " + other + " already");
        }
        node.rename(other);
    }

    void deleteNode(SimNode node, SimNode target) {
        if (node.parent() == null || target.under(node)) {
            throw new IllegalArgumentException("cannot delete " + node.path());
        }
        items.reclassify(node, target);
        projects.forEach(project -> project.teams().forEach(team -> node.walk(team::forget)));
        node.detach();
    }

    SimQuery addQuery(SimQuery parent, String name, @Nullable String wiql) {
        return query(parent, name, wiql, parent.shared(), organization.now());
    }

    private SimQuery query(
            @Nullable SimQuery parent, String name, @Nullable String wiql, boolean shared, Instant created) {
        return new SimQuery(organization.newId(), name, wiql, parent, shared, organization.owner(), created);
    }

    private SimNode node(boolean iteration, String name, @Nullable SimNode parent) {
        return new SimNode(++lastNode, organization.newId(), iteration, name, parent);
    }

    private void remember(SimProject project) {
        events.add(new Event(project, project.name(), project.state(), project.lastUpdate(), ++lastRevision));
    }
}
