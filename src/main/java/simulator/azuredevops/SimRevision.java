package simulator.azuredevops;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.json.Times;
import simulator.azuredevops.wiql.WiqlRow;

/** One revision of a work item. Paths and the project's name are those of today, as in the service. */
public final class SimRevision implements WiqlRow {

    private final StoredItem item;
    private final int number;
    private final SimProject project;
    private final SimNode area;
    private final SimNode iteration;
    private final SimType type;
    private final FieldSet fields;
    private final int parent;
    private final boolean deleted;
    private final Instant changedDate;
    private final SimUser changedBy;
    private int watermark;

    SimRevision(StoredItem item, int number, Content content, Instant changedDate, SimUser changedBy) {
        this.item = item;
        this.number = number;
        this.project = content.project();
        this.area = content.area();
        this.iteration = content.iteration();
        this.type = content.type();
        this.fields = content.fields();
        this.parent = content.parent();
        this.deleted = content.deleted();
        this.changedDate = changedDate;
        this.changedBy = changedBy;
    }

    /** What a revision holds beside its number, time and author. */
    record Content(
            SimProject project,
            SimNode area,
            SimNode iteration,
            SimType type,
            FieldSet fields,
            int parent,
            boolean deleted) {

        Content withFields(FieldSet other) {
            return new Content(project, area, iteration, type, other, parent, deleted);
        }

        Content withParent(int other) {
            return new Content(project, area, iteration, type, fields, other, deleted);
        }

        Content withDeleted(boolean other) {
            return new Content(project, area, iteration, type, fields, parent, other);
        }

        Content withType(SimType other) {
            return new Content(project, area, iteration, other, fields, parent, deleted);
        }

        Content withNodes(SimNode otherArea, SimNode otherIteration) {
            return new Content(project, otherArea, otherIteration, type, fields, parent, deleted);
        }

        Content in(SimProject other) {
            return new Content(other, other.areaRoot(), other.iterationRoot(), type, fields, parent, deleted);
        }
    }

    public long id() {
        return item.id();
    }

    /** The revision's number, from 1. */
    public int rev() {
        return number;
    }

    public SimProject project() {
        return project;
    }

    public SimType type() {
        return type;
    }

    public String state() {
        return String.valueOf(fields.get(Fields.STATE));
    }

    public String title() {
        return String.valueOf(fields.get(Fields.TITLE));
    }

    public SimNode area() {
        return area;
    }

    public SimNode iteration() {
        return iteration;
    }

    /** The parent's id; 0 without parent. */
    public int parent() {
        return parent;
    }

    public boolean deleted() {
        return deleted;
    }

    public Instant changedDate() {
        return changedDate;
    }

    public SimUser changedBy() {
        return changedBy;
    }

    /** The value of a field by reference name; null when it is empty. */
    @Override
    public @Nullable Object value(String field) {
        return switch (field) {
            case Fields.ID -> item.id();
            case Fields.REV -> number;
            case Fields.PROJECT -> project.name();
            case Fields.AREA_PATH -> area.path();
            case Fields.ITERATION_PATH -> iteration.path();
            case "System.AreaId" -> area.id();
            case "System.IterationId" -> iteration.id();
            case "System.NodeName" -> area.name();
            case Fields.TYPE -> type.name();
            case Fields.CREATED_DATE -> item.created();
            case Fields.CREATED_BY -> item.creator();
            case Fields.CHANGED_DATE, "System.AuthorizedDate" -> changedDate;
            case Fields.CHANGED_BY, "System.AuthorizedAs" -> changedBy;
            case "System.RevisedDate" -> item.revisedDate(number);
            case "System.Watermark" -> watermark;
            case Fields.PARENT -> parent == 0 ? null : parent;
            case Fields.IS_DELETED -> deleted;
            case Fields.COMMENT_COUNT -> item.comments();
            default -> level(field);
        };
    }

    private @Nullable Object level(String field) {
        if (field.startsWith("System.AreaLevel")) {
            return level(area, field.charAt(field.length() - 1) - '0');
        }
        if (field.startsWith("System.IterationLevel")) {
            return level(iteration, field.charAt(field.length() - 1) - '0');
        }
        return fields.get(field);
    }

    private static @Nullable String level(SimNode node, int level) {
        return node.level() < level ? null : node.atLevel(level).name();
    }

    /** Every field the service shows by default, in its order; empty ones are absent. */
    public Map<String, Object> fields() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String name : StoredItem.FIRST_FIELDS) {
            Object value = value(name);
            if (value != null) {
                all.put(name, value);
            }
        }
        fields.forEach(all::putIfAbsent);
        if (parent != 0) {
            all.put(Fields.PARENT, parent);
        }
        return all;
    }

    @Override
    public List<SimRevision> history() {
        return item.revisions();
    }

    FieldSet stored() {
        return fields;
    }

    StoredItem item() {
        return item;
    }

    int watermark() {
        return watermark;
    }

    void watermark(int position) {
        watermark = position;
    }

    Content content() {
        return new Content(project, area, iteration, type, fields, parent, deleted);
    }

    @Override
    public String toString() {
        return "#" + id() + " rev " + number + " at " + Times.iso(changedDate) + " " + fields;
    }
}
