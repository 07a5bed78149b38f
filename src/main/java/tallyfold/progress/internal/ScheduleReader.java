package tallyfold.progress.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.progress.IterationState;
import tallyfold.progress.PersonLoad;
import tallyfold.progress.ProjectSchedule;
import tallyfold.progress.ProjectSchedule.Backlog;
import tallyfold.progress.ProjectSchedule.CurrentIteration;
import tallyfold.progress.ProjectSchedule.DatedItem;
import tallyfold.progress.Share;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.ItemFigureStore;
import tallyfold.workitem.ItemStructure;
import tallyfold.workitem.WorkItemKey;

/** Makes backlog, current iterations, and epics and features in time out of what is kept. */
@Component
public class ScheduleReader {

    private static final Comparator<DatedItem> IN_TIME = Comparator.comparing(
                    DatedItem::start, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(DatedItem::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(DatedItem::level)
            .thenComparingLong(item -> item.key().id());

    private static final Comparator<CurrentIteration> ENDING_FIRST = Comparator.comparing(
                    CurrentIteration::finish, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(CurrentIteration::path);

    private final TallyRepository tallies;
    private final ShareReader shares;
    private final ItemFigureStore items;

    ScheduleReader(TallyRepository tallies, ShareReader shares, ItemFigureStore items) {
        this.tallies = tallies;
        this.shares = shares;
        this.items = items;
    }

    /** Everybody with items, by name; nobody comes last. */
    public List<PersonLoad> people(ProjectId project) {
        return tallies.part(project, Tally.People.class).map(Tally.People::rows).orElse(List.of());
    }

    public ProjectSchedule read(ProjectId project, LocalDate today) {
        Shares rules = shares.of(project);
        ItemStructure structure = items.structure(project);
        Optional<Tally.Schedule> kept = tallies.part(project, Tally.Schedule.class);
        Levels levels = new Levels(structure);
        return new ProjectSchedule(
                kept.map(part -> backlog(part.backlog(), levels)).orElse(List.of()),
                current(project, structure, rules, today),
                kept.map(part -> dated(part, rules, levels, today)).orElse(List.of()),
                kept.map(Tally.Schedule::allDated).orElse(0L));
    }

    private static final class Levels {

        private final Map<LinkId, Map<String, WorkItemLevel>> levels = new HashMap<>();

        Levels(ItemStructure structure) {
            structure
                    .types()
                    .forEach(type -> levels.computeIfAbsent(type.link(), _ -> new HashMap<>())
                            .put(type.name(), type.level()));
        }

        WorkItemLevel of(LinkId link, String type) {
            return levels.getOrDefault(link, Map.of()).getOrDefault(type, WorkItemLevel.OTHER);
        }
    }

    private static List<Backlog> backlog(List<Tally.Backlog> lines, Levels levels) {
        Map<WorkItemLevel, Map<String, Backlog>> byLevel = new TreeMap<>();
        for (Tally.Backlog line : lines) {
            WorkItemLevel level = levels.of(line.link(), line.type());
            byLevel.computeIfAbsent(level, _ -> new TreeMap<>())
                    .merge(
                            line.type(),
                            new Backlog(
                                    level,
                                    line.type(),
                                    line.open(),
                                    line.all(),
                                    line.withoutEstimate(),
                                    line.withoutIteration()),
                            ScheduleReader::sum);
        }
        return byLevel.values().stream()
                .flatMap(types -> types.values().stream())
                .toList();
    }

    private static Backlog sum(Backlog one, Backlog more) {
        return new Backlog(
                one.level(),
                one.type(),
                one.open() + more.open(),
                one.all() + more.all(),
                one.withoutEstimate() + more.withoutEstimate(),
                one.withoutIteration() + more.withoutIteration());
    }

    private List<CurrentIteration> current(ProjectId project, ItemStructure structure, Shares rules, LocalDate today) {
        List<ItemStructure.Iteration> started = structure.iterations().stream()
                .filter(iteration ->
                        IterationState.of(iteration.start(), iteration.finish(), today) == IterationState.STARTED)
                .toList();
        Tally.Iterations kept =
                tallies.part(project, Tally.Iterations.class).orElse(new Tally.Iterations(List.of(), List.of()));
        List<CurrentIteration> current = new ArrayList<>();
        for (ItemStructure.Iteration iteration : started) {
            if (started.stream().noneMatch(other -> isBelow(other, iteration))) {
                current.add(current(iteration, kept, rules, today));
            }
        }
        current.sort(ENDING_FIRST);
        return current;
    }

    private static boolean isBelow(ItemStructure.Iteration one, ItemStructure.Iteration other) {
        return one.link().equals(other.link()) && one.path().startsWith(other.path() + "\\");
    }

    private static CurrentIteration current(
            ItemStructure.Iteration iteration, Tally.Iterations kept, Shares rules, LocalDate today) {
        Optional<Tally.OfIteration> content = kept.find(iteration.link(), iteration.path());
        Share share =
                content.map(in -> rules.counted(kept.kinds(), in.counts())).orElse(Share.NONE);
        LocalDate finish = iteration.finish();
        return new CurrentIteration(
                iteration.link(),
                iteration.path(),
                iteration.name(),
                iteration.start(),
                finish,
                finish == null ? null : Days.working(today, finish),
                share,
                share.of(StateCategory.IN_PROGRESS) + share.of(StateCategory.RESOLVED),
                content.map(Tally.OfIteration::late).orElse(0L));
    }

    private List<DatedItem> dated(Tally.Schedule kept, Shares rules, Levels levels, LocalDate today) {
        Map<WorkItemKey, String> titles = titles(kept.dated());
        return kept.dated().stream()
                .map(branch -> new DatedItem(
                        branch.key(),
                        branch.link(),
                        levels.of(branch.link(), branch.type()),
                        branch.type(),
                        titles.getOrDefault(branch.key(), ""),
                        branch.state(),
                        branch.category(),
                        branch.parent(),
                        rules.counted(kept.kinds(), branch.below()),
                        branch.start(),
                        branch.due(),
                        (branch.ownStart() == null && branch.lowestStart() != null)
                                || (branch.ownDue() == null && branch.highestDue() != null),
                        daysLate(branch, today)))
                .sorted(IN_TIME)
                .toList();
    }

    private static long daysLate(Tally.Branch branch, LocalDate today) {
        LocalDate due = branch.due();
        boolean open = branch.category() != StateCategory.COMPLETED;
        return open && due != null && due.isBefore(today) ? ChronoUnit.DAYS.between(due, today) : 0;
    }

    private Map<WorkItemKey, String> titles(Collection<Tally.Branch> branches) {
        Map<ConnectionId, List<Long>> ids = branches.stream()
                .collect(Collectors.groupingBy(
                        branch -> branch.key().connection(),
                        Collectors.mapping(branch -> branch.key().id(), Collectors.toList())));
        Map<WorkItemKey, String> titles = new HashMap<>();
        ids.forEach((connection, some) -> items.titles(connection, some)
                .forEach((id, title) -> titles.put(new WorkItemKey(connection, id), title)));
        return titles;
    }
}
