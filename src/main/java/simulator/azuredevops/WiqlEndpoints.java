package simulator.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.http.WireAnswer;
import simulator.azuredevops.json.JsonObject;
import simulator.azuredevops.json.Times;
import simulator.azuredevops.wiql.Conditions;
import simulator.azuredevops.wiql.Wiql;
import simulator.azuredevops.wiql.WiqlException;
import simulator.azuredevops.wiql.WiqlParser;
import simulator.azuredevops.wiql.WiqlRow;

/** Queries for ids (reference section 5.5): at most 20,000, never a second page. */
final class WiqlEndpoints {

    private static final int MOST = 20_000;

    private WiqlEndpoints() {}

    static List<Route> routes() {
        return List.of(
                Route.post(Route.Reach.UP_TO_TEAM, "wit/wiql", "vso.work", WiqlEndpoints::posted),
                Route.get(Route.Reach.UP_TO_TEAM, "wit/wiql/{query}", "vso.work", WiqlEndpoints::stored));
    }

    private static WireAnswer posted(Call call) {
        if (!(call.body().get("query") instanceof String text)) {
            throw new Refused(Refusals.invalid("The query is missing."));
        }
        return run(call, text);
    }

    private static WireAnswer stored(Call call) {
        SimQuery query = QueryEndpoints.byId(call, call.place("query"));
        String text = query.wiql();
        if (text == null) {
            throw new Refused(Refusals.invalid("A folder cannot be run."));
        }
        return run(call, text);
    }

    private static WireAnswer run(Call call, String text) {
        try {
            Wiql wiql = WiqlParser.parse(text);
            Conditions conditions = new Conditions(new QuerySchema(call.asker()), call.flag("timePrecision"));
            JsonObject answer = new JsonObject();
            if (wiql.links()) {
                List<JsonObject> relations = new LinkQuery(call.asker(), wiql, conditions)
                        .hops().stream().map(hop -> relation(call, hop)).toList();
                answer.with("queryType", wiql.mode() == Wiql.Mode.RECURSIVE ? "tree" : "oneHop")
                        .with("queryResultType", "workItemLink");
                head(call, answer, wiql, conditions).with("workItemRelations", limited(call, relations));
            } else {
                answer.with("queryType", "flat").with("queryResultType", "workItem");
                head(call, answer, wiql, conditions).with("workItems", limited(call, flat(call, wiql, conditions)));
            }
            return call.json(answer);
        } catch (WiqlException e) {
            throw new Refused(Refusals.workItem(400, String.valueOf(e.getMessage()), "WorkItemTrackingQueryException"));
        }
    }

    private static JsonObject relation(Call call, LinkQuery.Hop hop) {
        SimRevision from = hop.from();
        return JsonObject.of("rel", hop.rel())
                .with("source", from == null ? null : ItemJson.reference(call, (int) from.id()))
                .with("target", ItemJson.reference(call, (int) hop.to().id()));
    }

    private static JsonObject head(Call call, JsonObject answer, Wiql wiql, Conditions conditions) {
        answer.with("asOf", asOf(call.asker(), wiql))
                .with(
                        "columns",
                        wiql.columns().stream()
                                .map(name -> column(call, conditions, name))
                                .toList());
        if (!wiql.order().isEmpty()) {
            answer.with(
                    "sortColumns",
                    wiql.order().stream()
                            .map(sort -> JsonObject.of("field", column(call, conditions, sort.field()))
                                    .with("descending", sort.descending()))
                            .toList());
        }
        return answer;
    }

    static JsonObject column(Call call, Conditions conditions, String name) {
        var field = conditions.field(name);
        return JsonObject.of("referenceName", field.reference())
                .with("name", field.name())
                .with("url", call.addresses().api("wit/fields/" + field.reference()));
    }

    private static Instant asOf(Asker asker, Wiql wiql) {
        String literal = wiql.asOf();
        if (literal == null) {
            return asker.organization().now();
        }
        Instant moment = Times.parse(literal);
        if (moment == null) {
            throw new WiqlException("TF51008: The value '" + literal + "' is not a date.");
        }
        return moment;
    }

    private static List<JsonObject> limited(Call call, List<JsonObject> found) {
        int top = call.number("$top", Integer.MAX_VALUE);
        if (found.size() > MOST && top > MOST) {
            throw new Refused(Refusals.workItem(
                    400,
                    "VS402337: The number of work items returned exceeds the size limit of " + MOST
                            + ". Change the query to return fewer items.",
                    "WorkItemTrackingQueryResultSizeLimitExceededException"));
        }
        return found.size() <= top ? found : found.subList(0, top);
    }

    private static List<JsonObject> flat(Call call, Wiql wiql, Conditions conditions) {
        Predicate<WiqlRow> wanted = conditions.compile(wiql.where());
        Stream<SimRevision> rows = rows(call.asker(), wiql).filter(wanted);
        if (!wiql.order().isEmpty()) {
            rows = rows.sorted(order(wiql, conditions));
        }
        int top = call.number("$top", Integer.MAX_VALUE);
        return rows.limit(Math.min((long) top, MOST + 1L))
                .map(row -> ItemJson.reference(call, (int) row.id()))
                .toList();
    }

    /** Everything readable, as it stands or as it stood. */
    static Stream<SimRevision> rows(Asker asker, Wiql wiql) {
        Stream<StoredItem> items =
                asker.organization().store().all().stream().filter(item -> item.readableBy(asker.user()));
        if (wiql.asOf() == null) {
            return items.map(StoredItem::current);
        }
        Instant moment = asOf(asker, wiql);
        List<SimRevision> then = new ArrayList<>();
        items.forEach(item -> {
            SimRevision revision = item.asOf(moment);
            if (revision != null) {
                then.add(revision);
            }
        });
        return then.stream();
    }

    static Comparator<SimRevision> order(Wiql wiql, Conditions conditions) {
        Comparator<SimRevision> order = (_, _) -> 0;
        for (Wiql.Sort sort : wiql.order()) {
            String reference = conditions.field(sort.field()).reference();
            Comparator<SimRevision> next = (a, b) -> compare(a.value(reference), b.value(reference));
            order = order.thenComparing(sort.descending() ? next.reversed() : next);
        }
        return order.thenComparing(Comparator.comparingLong(SimRevision::id));
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Number left && b instanceof Number right) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        if (a instanceof Instant left && b instanceof Instant right) {
            return left.compareTo(right);
        }
        return a.toString().compareToIgnoreCase(b.toString());
    }
}
