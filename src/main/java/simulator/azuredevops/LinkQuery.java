package simulator.azuredevops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.wiql.Conditions;
import simulator.azuredevops.wiql.Wiql;
import simulator.azuredevops.wiql.WiqlException;
import simulator.azuredevops.wiql.WiqlRow;

/** A query for links: trees (MODE Recursive) and direct links. Conditions are a conjunction of parts with one side each. */
final class LinkQuery {

    private final Call call;
    private final Wiql wiql;
    private final Conditions conditions;
    private final Predicate<WiqlRow> source;
    private final Predicate<WiqlRow> target;
    private final Set<String> linkTypes = new HashSet<>();

    LinkQuery(Call call, Wiql wiql, Conditions conditions) {
        this.call = call;
        this.wiql = wiql;
        this.conditions = conditions;
        List<Wiql.Condition> sourceParts = new ArrayList<>();
        List<Wiql.Condition> targetParts = new ArrayList<>();
        for (Wiql.Condition part : conjuncts(wiql.where())) {
            Set<Wiql.Side> sides = new HashSet<>();
            collect(part, sides);
            if (sides.equals(Set.of(Wiql.Side.SOURCE))) {
                sourceParts.add(part);
            } else if (sides.equals(Set.of(Wiql.Side.TARGET))) {
                targetParts.add(part);
            } else if (!sides.equals(Set.of(Wiql.Side.NONE))) {
                throw new WiqlException("TF51012: A condition of a link query must name the source or the target.");
            }
        }
        this.source = conditions.compile(new Wiql.And(sourceParts));
        this.target = conditions.compile(new Wiql.And(targetParts));
    }

    private static List<Wiql.Condition> conjuncts(Wiql.@Nullable Condition condition) {
        return switch (condition) {
            case null -> List.of();
            case Wiql.And(List<Wiql.Condition> parts) ->
                parts.stream().flatMap(part -> conjuncts(part).stream()).toList();
            default -> List.of(condition);
        };
    }

    private void collect(Wiql.Condition condition, Set<Wiql.Side> sides) {
        switch (condition) {
            case Wiql.And(List<Wiql.Condition> parts) -> parts.forEach(part -> collect(part, sides));
            case Wiql.Or(List<Wiql.Condition> parts) -> parts.forEach(part -> collect(part, sides));
            case Wiql.Not(Wiql.Condition part) -> collect(part, sides);
            case Wiql.Compare compare -> {
                sides.add(compare.side());
                if (compare.side() == Wiql.Side.NONE) {
                    linkType(compare);
                }
            }
        }
    }

    private void linkType(Wiql.Compare compare) {
        boolean known = compare.field().equalsIgnoreCase("System.Links.LinkType")
                || compare.field().equalsIgnoreCase("Link Type");
        boolean equality = compare.operator().equals("=") || compare.operator().equals("IN");
        if (!known || !equality) {
            throw new WiqlException("TF51012: Only the link type can be compared without source or target.");
        }
        for (Wiql.Operand operand : compare.operands()) {
            if (operand instanceof Wiql.Literal(String text)) {
                linkTypes.add(text.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The answer's relations: sources without one, targets with theirs, in the order of the query. */
    List<JsonObject> relations() {
        List<SimRevision> sources = WiqlEndpoints.rows(call, wiql)
                .filter(source)
                .sorted(WiqlEndpoints.order(wiql, conditions))
                .toList();
        List<JsonObject> relations = new ArrayList<>();
        if (wiql.mode() == Wiql.Mode.RECURSIVE) {
            Set<Long> top = new HashSet<>();
            sources.forEach(row -> top.add(row.id()));
            for (SimRevision row : sources) {
                if (!top.contains((long) row.parent())) {
                    relations.add(relation(null, null, row));
                    descend(row, relations);
                }
            }
            return relations;
        }
        for (SimRevision row : sources) {
            List<JsonObject> hops = hops(row);
            boolean shown = switch (wiql.mode()) {
                case MUST_CONTAIN -> !hops.isEmpty();
                case DOES_NOT_CONTAIN -> hops.isEmpty();
                case MAY_CONTAIN, RECURSIVE -> true;
            };
            if (shown) {
                relations.add(relation(null, null, row));
                relations.addAll(hops);
            }
        }
        return relations;
    }

    private void descend(SimRevision row, List<JsonObject> relations) {
        for (SimRevision child : children(row)) {
            List<JsonObject> below = new ArrayList<>();
            descend(child, below);
            if (target.test(child) || !below.isEmpty()) {
                relations.add(relation(ItemEditor.CHILD, row, child));
                relations.addAll(below);
            }
        }
    }

    private List<SimRevision> children(SimRevision row) {
        List<SimRevision> children = new ArrayList<>();
        for (int id : row.item().children()) {
            StoredItem child = call.organization().store().find(id);
            if (child != null && child.readableBy(call.user())) {
                children.add(child.current());
            }
        }
        children.sort(WiqlEndpoints.order(wiql, conditions));
        return children;
    }

    private List<JsonObject> hops(SimRevision row) {
        List<JsonObject> hops = new ArrayList<>();
        if (wanted(ItemEditor.CHILD)) {
            children(row).stream().filter(target).forEach(child -> hops.add(relation(ItemEditor.CHILD, row, child)));
        }
        hop(row, ItemEditor.PARENT, row.parent(), hops);
        row.item().relations().forEach(relation -> hop(row, relation.rel(), relation.target(), hops));
        return hops;
    }

    private void hop(SimRevision row, String rel, int id, List<JsonObject> hops) {
        StoredItem other = call.organization().store().find(id);
        if (other != null && wanted(rel) && other.readableBy(call.user()) && target.test(other.current())) {
            hops.add(relation(rel, row, other.current()));
        }
    }

    private boolean wanted(String rel) {
        return linkTypes.isEmpty() || linkTypes.contains(rel.toLowerCase(Locale.ROOT));
    }

    private JsonObject relation(@Nullable String rel, @Nullable SimRevision from, SimRevision to) {
        return JsonObject.of("rel", rel)
                .with("source", from == null ? null : ItemJson.reference(call, (int) from.id()))
                .with("target", ItemJson.reference(call, (int) to.id()));
    }
}
