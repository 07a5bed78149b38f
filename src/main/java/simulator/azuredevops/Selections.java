package simulator.azuredevops;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.wiql.Conditions;
import simulator.azuredevops.wiql.Wiql;
import simulator.azuredevops.wiql.WiqlParser;

/**
 * Says which live items a part of a project covers, each with its revision: seen from the objects themselves, and not
 * through a request. Only a stored query has to be read to know what it means.
 */
public final class Selections {

    private final Organization organization;

    public Selections(Organization organization) {
        this.organization = organization;
    }

    public SortedMap<Long, Integer> wholeProject(SimProject project) {
        return where(item -> item.project() == project);
    }

    /** What lies in an area of the team, in an iteration under its backlog's or under one it has chosen. */
    public SortedMap<Long, Integer> team(SimTeam team) {
        SimNode backlog = team.backlogIteration();
        return where(item ->
                team.areas().stream().anyMatch(owned -> at(item.area(), owned.node(), owned.includeChildren()))
                        && (backlog == null
                                || item.iteration().under(backlog)
                                || team.iterations().stream().anyMatch(item.iteration()::under)));
    }

    public SortedMap<Long, Integer> area(SimNode node, boolean below) {
        return where(item -> at(item.area(), node, below));
    }

    public SortedMap<Long, Integer> iteration(SimNode node, boolean below) {
        return where(item -> at(item.iteration(), node, below));
    }

    /** The item and what hangs below it through items that are live themselves; empty when it is not live. */
    public SortedMap<Long, Integer> subtree(long id) {
        return where(item -> hangsBelow(item, id));
    }

    /**
     * What a stored query finds now; of links both ends.
     *
     * @throws RuntimeException when the query is not understood
     */
    public SortedMap<Long, Integer> query(SimProject project, SimQuery query) {
        return organization.read(() -> {
            Asker asker = new Asker(organization, organization.owner(), project, null);
            Wiql wiql = WiqlParser.parse(String.valueOf(query.wiql()));
            Conditions conditions = new Conditions(new QuerySchema(asker), false);
            Stream<SimRevision> found = wiql.links()
                    ? new LinkQuery(asker, wiql, conditions).hops().stream().flatMap(Selections::ends)
                    : WiqlEndpoints.rows(asker, wiql).filter(conditions.compile(wiql.where()));
            SortedMap<Long, Integer> revisions = new TreeMap<>();
            found.forEach(item -> revisions.put(item.id(), item.item().current().rev()));
            return Collections.unmodifiableSortedMap(revisions);
        });
    }

    private static Stream<SimRevision> ends(LinkQuery.Hop hop) {
        SimRevision from = hop.from();
        return from == null ? Stream.of(hop.to()) : Stream.of(from, hop.to());
    }

    private static boolean at(SimNode node, SimNode wanted, boolean below) {
        return below ? node.under(wanted) : node == wanted;
    }

    private boolean hangsBelow(SimRevision item, long top) {
        for (SimRevision at = item; at != null; at = live(at.parent())) {
            if (at.id() == top) {
                return true;
            }
        }
        return false;
    }

    private @Nullable SimRevision live(int id) {
        StoredItem item = organization.store().find(id);
        return item != null && item.readableBy(organization.owner()) ? item.current() : null;
    }

    private SortedMap<Long, Integer> where(Predicate<SimRevision> covered) {
        return organization.read(() -> {
            SortedMap<Long, Integer> revisions = new TreeMap<>();
            for (StoredItem item : organization.store().all()) {
                if (item.readableBy(organization.owner()) && covered.test(item.current())) {
                    revisions.put((long) item.id(), item.current().rev());
                }
            }
            return Collections.unmodifiableSortedMap(revisions);
        });
    }
}
