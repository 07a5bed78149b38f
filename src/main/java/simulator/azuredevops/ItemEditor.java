package simulator.azuredevops;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.SimRevision.Content;
import simulator.azuredevops.json.Times;

/** Changes of work items as the service makes them: revisions, dates of states, link events. Runs under the lock. */
final class ItemEditor {

    static final String CHILD = "System.LinkTypes.Hierarchy-Forward";
    static final String PARENT = "System.LinkTypes.Hierarchy-Reverse";

    private final Organization organization;
    private final ItemStore store;

    ItemEditor(Organization organization, ItemStore store) {
        this.organization = organization;
        this.store = store;
    }

    int create(SimProject project, String typeName, Map<String, ?> given) {
        Edit edit = edit(given);
        SimType type = project.process().type(typeName);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(edit.values());
        Object wanted = values.get(Fields.STATE);
        StateDates.enter(
                type,
                null,
                wanted == null ? type.initialState().name() : wanted.toString(),
                edit.at(),
                edit.by(),
                values);
        values.putIfAbsent(Fields.TITLE, type.name());
        values.putIfAbsent(Fields.PRIORITY, 2);
        if (type.category().equals(SystemProcesses.BUG)) {
            values.putIfAbsent(Fields.SEVERITY, "3 - Medium");
        }
        if (!type.category().equals(SystemProcesses.TASK)) {
            values.putIfAbsent(Fields.VALUE_AREA, "Business");
        }
        StoredItem item = new StoredItem(store.nextId(), edit.at(), edit.by());
        Content content = new Content(
                project,
                node(project, false, given, project.areaRoot()),
                node(project, true, given, project.iterationRoot()),
                type,
                FieldSet.EMPTY.with(values),
                0,
                false);
        int parent = given.get(Fields.PARENT) instanceof Number number ? number.intValue() : 0;
        store.create(item, new SimRevision(item, 1, content.withParent(parent), edit.at(), edit.by()));
        if (parent != 0) {
            connect(item, parent, edit);
        }
        return item.id();
    }

    void update(long id, Map<String, ?> given) {
        StoredItem item = live(id);
        SimRevision before = item.current();
        Edit edit = edit(given);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(edit.values());
        if (values.get(Fields.STATE) instanceof String state) {
            StateDates.enter(before.type(), before.state(), state, edit.at(), edit.by(), values);
        }
        values.putIfAbsent(Fields.HISTORY_TEXT, null);
        SimProject project = before.project();
        Content content = before.content()
                .withFields(before.stored().with(values))
                .withNodes(node(project, false, given, before.area()), node(project, true, given, before.iteration()));
        if (given.containsKey(Fields.PARENT)) {
            int parent = given.get(Fields.PARENT) instanceof Number number ? number.intValue() : 0;
            reparent(item, parent, content, edit);
        } else {
            write(item, content, edit);
        }
    }

    void move(long id, SimProject target) {
        StoredItem item = live(id);
        SimRevision before = item.current();
        Edit edit = edit(Map.of());
        SimType type = target.process()
                .find(before.type().name())
                .orElseGet(() -> target.process().requirement());
        write(item, typed(before, type, edit, before.content().in(target)), edit);
    }

    void retype(long id, String typeName) {
        StoredItem item = live(id);
        SimRevision before = item.current();
        Edit edit = edit(Map.of());
        SimType type = before.project().process().type(typeName);
        write(item, typed(before, type, edit, before.content()), edit);
    }

    /** Content with another type; a state the type does not know becomes its first. */
    private static Content typed(SimRevision before, SimType type, Edit edit, Content content) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (type.state(before.state()).isEmpty()) {
            StateDates.enter(type, null, type.initialState().name(), edit.at(), edit.by(), values);
        }
        return content.withType(type).withFields(before.stored().with(values));
    }

    void delete(long id, boolean deleted) {
        StoredItem item = store.require(id);
        if (item.deleted() == deleted) {
            throw new IllegalArgumentException(
                    "work item " + id + (deleted ? " is" : " is not") + " in the recycle bin");
        }
        write(item, item.current().content().withDeleted(deleted), edit(Map.of()));
    }

    void destroy(long id) {
        StoredItem item = store.require(id);
        StoredItem above = store.find(item.current().parent());
        if (above != null) {
            above.dropChild(item.id());
        }
        item.destroy();
    }

    void link(long child, long parent) {
        StoredItem item = live(child);
        reparent(item, (int) parent, item.current().content(), edit(Map.of()));
    }

    /** A link that only the link feed and the parent's relations tell of: the child gets no new revision. */
    void relate(long from, String rel, long to) {
        StoredItem source = live(from);
        StoredItem target = live(to);
        Edit edit = edit(Map.of());
        source.relate(new StoredItem.Relation(rel, target.id(), ""));
        target.relate(new StoredItem.Relation(opposite(rel), source.id(), ""));
        store.write(event(rel, source, target, true, edit));
        write(source, source.current().content(), edit);
    }

    void unrelate(long from, String rel, long to) {
        StoredItem source = live(from);
        StoredItem target = live(to);
        Edit edit = edit(Map.of());
        source.unrelate(rel, target.id());
        target.unrelate(opposite(rel), source.id());
        store.write(event(rel, source, target, false, edit));
        write(source, source.current().content(), edit);
    }

    void hyperlink(long id, String address) {
        StoredItem item = live(id);
        boolean artifact = address.startsWith("vstfs:");
        item.relate(new StoredItem.Relation(artifact ? "ArtifactLink" : "Hyperlink", 0, address));
        write(item, item.current().content(), edit(Map.of()));
    }

    /** Puts items that sat at or below a removed node somewhere else. */
    void reclassify(SimNode removed, SimNode target) {
        Edit edit = edit(Map.of());
        store.forEach(item -> {
            SimRevision now = item.current();
            SimNode at = removed.iteration() ? now.iteration() : now.area();
            if (!item.destroyed() && at.under(removed)) {
                Content content = removed.iteration()
                        ? now.content().withNodes(now.area(), target)
                        : now.content().withNodes(target, now.iteration());
                write(item, content, edit);
            }
        });
    }

    static String opposite(String rel) {
        if (rel.endsWith("-Forward")) {
            return rel.replace("-Forward", "-Reverse");
        }
        return rel.replace("-Reverse", "-Forward");
    }

    private void reparent(StoredItem item, int parent, Content content, Edit edit) {
        int before = item.current().parent();
        if (parent == item.id() || (parent != 0 && descends(parent, item.id()))) {
            throw new IllegalArgumentException("a work item cannot hang below itself");
        }
        if (parent != before && before != 0) {
            StoredItem above = store.require(before);
            above.dropChild(item.id());
            store.write(event(CHILD, above, item, false, edit));
        }
        write(item, content.withParent(parent), edit);
        if (parent != before && parent != 0) {
            connect(item, parent, edit);
        }
    }

    private boolean descends(int id, int ancestor) {
        for (StoredItem item = store.find(id);
                item != null;
                item = store.find(item.current().parent())) {
            if (item.id() == ancestor) {
                return true;
            }
        }
        return false;
    }

    private void connect(StoredItem item, int parent, Edit edit) {
        StoredItem above = store.require(parent);
        above.addChild(item.id());
        store.write(event(CHILD, above, item, true, edit));
    }

    private static LinkEvent event(String rel, StoredItem source, StoredItem target, boolean created, Edit edit) {
        return new LinkEvent(
                rel,
                source.id(),
                target.id(),
                created,
                edit.at(),
                edit.by(),
                source.current().project(),
                target.current().project());
    }

    private void write(StoredItem item, Content content, Edit edit) {
        store.write(item, new SimRevision(item, item.current().rev() + 1, content, edit.at(), edit.by()));
    }

    private StoredItem live(long id) {
        StoredItem item = store.require(id);
        if (item.deleted()) {
            throw new IllegalArgumentException("work item " + id + " is in the recycle bin");
        }
        return item;
    }

    private static SimNode node(SimProject project, boolean iteration, Map<String, ?> given, SimNode otherwise) {
        Object path = given.get(iteration ? Fields.ITERATION_PATH : Fields.AREA_PATH);
        return switch (path) {
            case null -> otherwise;
            case SimNode node -> node;
            default -> {
                SimNode node = project.node(iteration, path.toString());
                if (node == null) {
                    throw new IllegalArgumentException("no such path: " + path);
                }
                yield node;
            }
        };
    }

    /** When, by whom, and the plain field values of a change. */
    private record Edit(Instant at, SimUser by, Map<String, @Nullable Object> values) {}

    private Edit edit(Map<String, ?> given) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Instant at = organization.now();
        SimUser by = organization.owner();
        for (Map.Entry<String, ?> entry : given.entrySet()) {
            Object value = entry.getValue();
            switch (entry.getKey()) {
                case Fields.CHANGED_DATE -> at = value instanceof Instant instant ? instant : at;
                case Fields.CHANGED_BY -> by = value instanceof SimUser user ? user : by;
                case Fields.AREA_PATH, Fields.ITERATION_PATH, Fields.PARENT -> {
                    continue;
                }
                default -> values.put(entry.getKey(), typed(entry.getKey(), value));
            }
        }
        return new Edit(at, by, values);
    }

    private @Nullable Object typed(String reference, @Nullable Object value) {
        FieldInfo field = organization.catalogue().require(reference, value);
        return switch (field.type()) {
            case INTEGER -> value instanceof Number number ? number.intValue() : value;
            case DOUBLE -> value instanceof Number number ? number.doubleValue() : value;
            case IDENTITY -> value instanceof String text ? organization.person(text) : value;
            case DATE_TIME ->
                switch (value) {
                    case LocalDate date -> date.atStartOfDay(ZoneOffset.UTC).toInstant();
                    case String text -> Times.parse(text);
                    case null, default -> value;
                };
            default -> value;
        };
    }
}
