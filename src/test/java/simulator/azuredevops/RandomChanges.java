package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes an organization at random, as people do; the same seed does the same to the same organization. */
public final class RandomChanges {

    private static final int DEEPEST = 13;

    private final Organization organization;
    private final Random random;
    private int number;

    public RandomChanges(Organization organization, long seed) {
        this.organization = organization;
        this.random = new Random(seed);
    }

    /** One kind of change; false when there is nothing it could be done to. */
    private interface Change {
        boolean happens();
    }

    /** Makes so many changes. */
    public void make(int changes) {
        List<Change> kinds = List.of(
                this::retitle,
                this::changeState,
                this::changeArea,
                this::changeArea,
                this::changeIteration,
                this::changeIteration,
                this::moveToAnotherProject,
                this::hangElsewhere,
                this::hangElsewhere,
                this::delete,
                this::restore,
                this::retype,
                this::renameNode,
                this::moveNode);
        for (int made = 0, tried = 0; made < changes; tried++) {
            if (tried > 100 * (changes + 1)) {
                throw new IllegalStateException("nothing in " + organization.name() + " can be changed");
            }
            number++;
            made += any(kinds).happens() ? 1 : 0;
        }
    }

    private boolean retitle() {
        List<SimItem> items = organization.items();
        if (items.isEmpty()) {
            return false;
        }
        organization.update(any(items).id(), Map.of(Fields.TITLE, "Title after change " + number));
        return true;
    }

    private boolean changeState() {
        List<SimItem> items = organization.items();
        if (items.isEmpty()) {
            return false;
        }
        SimItem item = any(items);
        SimType type = project(item).process().type(item.type());
        organization.update(item.id(), Map.of(Fields.STATE, any(type.states()).name()));
        return true;
    }

    private boolean changeArea() {
        List<SimItem> items = organization.items();
        if (items.isEmpty()) {
            return false;
        }
        SimItem item = any(items);
        organization.update(
                item.id(), Map.of(Fields.AREA_PATH, any(nodes(project(item).areaRoot()))));
        return true;
    }

    private boolean changeIteration() {
        List<SimItem> items = organization.items();
        if (items.isEmpty()) {
            return false;
        }
        SimItem item = any(items);
        organization.update(
                item.id(), Map.of(Fields.ITERATION_PATH, any(nodes(project(item).iterationRoot()))));
        return true;
    }

    private boolean moveToAnotherProject() {
        List<SimItem> items = organization.items();
        List<SimProject> projects = organization.projects();
        if (items.isEmpty() || projects.size() < 2) {
            return false;
        }
        SimItem item = any(items);
        SimProject target = any(projects);
        if (target.id().equals(item.projectId())) {
            return false;
        }
        organization.move(item.id(), target.id());
        return true;
    }

    private boolean hangElsewhere() {
        List<SimItem> items = organization.items();
        if (items.size() < 2) {
            return false;
        }
        SimItem child = any(items);
        SimItem parent = any(items);
        if (child.parent() != 0 && organization.item(child.parent()).destroyed()) {
            return false;
        }
        boolean free = random.nextInt(4) == 0 && child.parent() != 0;
        if (free) {
            organization.unlinkParent(child.id());
            return true;
        }
        if (parent.id() == child.parent() || hangsBelow(parent, child.id())) {
            return false;
        }
        organization.linkParent(child.id(), parent.id());
        return true;
    }

    private boolean hangsBelow(SimItem item, long top) {
        for (long at = item.id(); at != 0; at = organization.item(at).parent()) {
            if (at == top) {
                return true;
            }
        }
        return false;
    }

    private boolean delete() {
        List<SimItem> items = organization.items();
        if (items.size() < 2) {
            return false;
        }
        organization.delete(any(items).id());
        return true;
    }

    private boolean restore() {
        List<SimItem> bin = organization.everyItem().stream()
                .filter(item -> item.deleted() && !item.destroyed())
                .toList();
        if (bin.isEmpty()) {
            return false;
        }
        organization.restore(any(bin).id());
        return true;
    }

    private boolean retype() {
        List<SimItem> items = organization.items();
        if (items.isEmpty()) {
            return false;
        }
        SimItem item = any(items);
        SimType other = any(project(item).process().types());
        if (other.name().equals(item.type())) {
            return false;
        }
        organization.retype(item.id(), other.name());
        return true;
    }

    private boolean renameNode() {
        List<SimNode> nodes = belowRoots();
        if (nodes.isEmpty()) {
            return false;
        }
        organization.renameNode(any(nodes), "It's renamed " + number);
        return true;
    }

    private boolean moveNode() {
        List<SimNode> nodes = belowRoots();
        if (nodes.isEmpty()) {
            return false;
        }
        SimNode node = any(nodes);
        List<SimNode> targets = nodes(node.atLevel(1)).stream()
                .filter(target -> !target.under(node)
                        && target.child(node.name()) == null
                        && target.level() + height(node) <= DEEPEST)
                .toList();
        if (targets.isEmpty()) {
            return false;
        }
        organization.moveNode(node, any(targets));
        return true;
    }

    private static int height(SimNode node) {
        return 1
                + node.children().stream().mapToInt(RandomChanges::height).max().orElse(0);
    }

    private List<SimNode> belowRoots() {
        List<SimNode> nodes = new ArrayList<>();
        for (SimProject project : organization.projects()) {
            nodes.addAll(nodes(project.areaRoot()));
            nodes.addAll(nodes(project.iterationRoot()));
        }
        nodes.removeIf(node -> node.parent() == null);
        return nodes;
    }

    private static List<SimNode> nodes(SimNode root) {
        List<SimNode> nodes = new ArrayList<>();
        root.walk(nodes::add);
        return nodes;
    }

    private SimProject project(SimItem item) {
        return organization.project(item.projectId().toString());
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
