package tallyfold.progress.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.progress.BurnUp;
import tallyfold.progress.IterationState;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.ItemFigureStore;
import tallyfold.workitem.ItemPast;
import tallyfold.workitem.ItemStructure;
import tallyfold.workitem.StateChange;

/** Tells the days of an iteration that is going on from what its items have been through. */
@Component
public class BurnUpReader {

    private static final int DAYS_WITHOUT_START = 30;
    private static final int MOST_DAYS = 366;
    private static final int CLOSED = 100;

    private final TallyRepository tallies;
    private final ShareReader shares;
    private final ItemFigureStore items;

    BurnUpReader(TallyRepository tallies, ShareReader shares, ItemFigureStore items) {
        this.tallies = tallies;
        this.shares = shares;
        this.items = items;
    }

    public Optional<BurnUp> read(ProjectId project, LinkId link, String path, LocalDate today) {
        Shares rules = shares.of(project);
        ItemStructure structure = items.structure(List.of(link));
        Optional<ItemStructure.Iteration> iteration = structure.iterations().stream()
                .filter(each -> each.path().equals(path)
                        && IterationState.of(each.start(), each.finish(), today) == IterationState.STARTED)
                .findFirst();
        if (iteration.isEmpty() || !rules.rules().containsKey(link)) {
            return Optional.empty();
        }
        LinkRule rule = rules.rule(link);
        List<ItemPast> counted = tallies
                .part(project, Tally.Iterations.class)
                .flatMap(part -> part.find(link, path))
                .map(in -> items.pasts(in.connection(), in.ids()))
                .orElse(List.of())
                .stream()
                .filter(past -> rule.counts(past.type()) && past.category() != StateCategory.REMOVED)
                .toList();
        return Optional.of(burnUp(iteration.get(), counted, new ClosedStates(rule, structure), today));
    }

    /** Which states of types mean that an item is closed. */
    private static final class ClosedStates {

        private final LinkRule rule;
        private final Map<String, Map<String, StateCategory>> categories = new HashMap<>();

        ClosedStates(LinkRule rule, ItemStructure structure) {
            this.rule = rule;
            structure
                    .states()
                    .forEach(state -> categories
                            .computeIfAbsent(state.type(), _ -> new HashMap<>())
                            .put(state.name(), state.category()));
        }

        /** Of a state that is not known any more nothing can be said. */
        boolean closed(String type, String state) {
            StateCategory category = categories.getOrDefault(type, Map.of()).get(state);
            return category != null && closed(type, state, category);
        }

        boolean closed(String type, String state, StateCategory category) {
            return category != StateCategory.REMOVED && rule.weight(type, state, category) == CLOSED;
        }
    }

    private static BurnUp burnUp(
            ItemStructure.Iteration iteration, List<ItemPast> pasts, ClosedStates states, LocalDate today) {
        @Nullable LocalDate start = iteration.start();
        LocalDate first = start == null ? today.minusDays(DAYS_WITHOUT_START) : start;
        if (first.isBefore(today.minusDays(MOST_DAYS))) {
            first = today.minusDays(MOST_DAYS);
        }
        List<BurnUp.Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            long scope = 0;
            long closed = 0;
            for (ItemPast past : pasts) {
                if (there(past, end) || day.equals(today)) {
                    scope++;
                    closed += closed(past, day.equals(today) ? null : end, states) ? 1 : 0;
                }
            }
            days.add(new BurnUp.Day(day, scope, closed));
        }
        return new BurnUp(iteration.path(), iteration.name(), start, iteration.finish(), pasts.size(), days);
    }

    private static boolean there(ItemPast past, Instant end) {
        return past.created() == null || past.created().isBefore(end);
    }

    /**
     * Whether an item was closed at some time.
     *
     * @param end null for now
     */
    private static boolean closed(ItemPast past, @Nullable Instant end, ClosedStates states) {
        if (end == null) {
            return states.closed(past.type(), past.state(), past.category());
        }
        StateChange last = null;
        for (StateChange change : past.changes()) {
            if (change.at().isBefore(end)) {
                last = change;
            }
        }
        if (last != null) {
            return states.closed(last.type(), last.state());
        }
        // Before anything is known of its states: closed if it was so in the first known one, and says since when.
        boolean closedFirst = past.changes().isEmpty()
                ? states.closed(past.type(), past.state(), past.category())
                : states.closed(
                        past.changes().getFirst().type(),
                        past.changes().getFirst().state());
        Instant closed = past.closed();
        return closedFirst && closed != null && closed.isBefore(end);
    }
}
