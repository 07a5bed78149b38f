package simulator.azuredevops;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.wiql.Conditions;
import simulator.azuredevops.wiql.Wiql;
import simulator.azuredevops.wiql.WiqlException;
import simulator.azuredevops.wiql.WiqlRow;

/** A query for links: trees (MODE Recursive) and direct links. Conditions are a conjunction of parts with one side each. */
final class LinkQuery {

    /** A line of the answer: a link, or where one begins when it leads from nowhere. */
    record Hop(@Nullable String rel, @Nullable SimRevision from, SimRevision to) {}

    private final Asker asker;
    private final Wiql wiql;
    private final Conditions conditions;
    private final Predicate<WiqlRow> source;
    private final Predicate<WiqlRow> target;
    private final Set<String> linkTypes = new HashSet<>();

    LinkQuery(Asker asker, Wiql wiql, Conditions conditions) {
        this.asker = asker;
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

    /** The answer: sources without one, targets with theirs, in the order of the query. */
    List<Hop> hops() {
        List<SimRevision> sources = WiqlEndpoints.rows(asker, wiql)
                .filter(source)
                .sorted(WiqlEndpoints.order(wiql, conditions))
                .toList();
        List<Hop> relations = new ArrayList<>();
        if (wiql.mode() == Wiql.Mode.RECURSIVE) {
            Set<Long> top = new HashSet<>();
            sources.forEach(row -> top.add(row.id()));
            for (SimRevision row : sources) {
                if (!top.contains((long) row.parent())) {
                    relations.add(new Hop(null, null, row));
                    descend(row, relations);
                }
            }
            return relations;
        }
        for (SimRevision row : sources) {
            List<Hop> hops = hops(row);
            boolean shown = switch (wiql.mode()) {
                case MUST_CONTAIN -> !hops.isEmpty();
                case DOES_NOT_CONTAIN -> hops.isEmpty();
                case MAY_CONTAIN, RECURSIVE -> true;
            };
            if (shown) {
                relations.add(new Hop(null, null, row));
                relations.addAll(hops);
            }
        }
        return relations;
    }

    private void descend(SimRevision row, List<Hop> relations) {
        for (SimRevision child : children(row)) {
            List<Hop> below = new ArrayList<>();
            descend(child, below);
            if (target.test(child) || !below.isEmpty()) {
                relations.add(new Hop(ItemEditor.CHILD, row, child));
                relations.addAll(below);
            }
        }
    }

    private List<SimRevision> children(SimRevision row) {
        List<SimRevision> children = new ArrayList<>();
        for (int id : row.item().children()) {
            StoredItem child = asker.organization().store().find(id);
            if (child != null && child.readableBy(asker.user())) {
                children.add(child.current());
            }
        }
        children.sort(WiqlEndpoints.order(wiql, conditions));
        return children;
    }

    private List<Hop> hops(SimRevision row) {
        List<Hop> hops = new ArrayList<>();
        if (wanted(ItemEditor.CHILD)) {
            children(row).stream().filter(target).forEach(child -> hops.add(new Hop(ItemEditor.CHILD, row, child)));
        }
        hop(row, ItemEditor.PARENT, row.parent(), hops);
        row.item().relations().forEach(relation -> hop(row, relation.rel(), relation.target(), hops));
        return hops;
    }

    private void hop(SimRevision row, String rel, int id, List<Hop> hops) {
        StoredItem other = asker.organization().store().find(id);
        if (other != null && wanted(rel) && other.readableBy(asker.user()) && target.test(other.current())) {
            hops.add(new Hop(rel, row, other.current()));
        }
    }

    private boolean wanted(String rel) {
        return linkTypes.isEmpty() || linkTypes.contains(rel.toLowerCase(Locale.ROOT));
    }
}
