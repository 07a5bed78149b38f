package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.IterationState;
import tallyfold.progress.ProgressService;
import tallyfold.progress.ProjectSchedule;
import tallyfold.progress.internal.Tally.Kind;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.FigureItem;
import tallyfold.workitem.ItemStructure;

/** Looks through the items of a project once; knows neither a database nor weights. */
final class TallyMaker {

    /** Open ones before done ones, whatever is due first before the rest: those a picture is for. */
    private static final Comparator<Tally.Branch> MOST_INTEREST = Comparator.comparing(
                    (Tally.Branch branch) -> branch.category() == StateCategory.COMPLETED)
            .thenComparing(branch -> latest(branch.due()))
            .thenComparing(branch -> latest(branch.start()))
            .thenComparingLong(branch -> branch.key().id())
            .thenComparing(branch -> branch.key().connection().value());

    private final ProjectItems items;
    private final Map<Kind, Integer> kinds = new LinkedHashMap<>();

    private TallyMaker(ProjectItems items) {
        this.items = items;
    }

    static Tally make(ProjectItems items) {
        TallyMaker maker = new TallyMaker(items);
        Tally.Iterations iterations = maker.iterations();
        List<FigureItem> once = items.once();
        int[] kindOf = new int[once.size()];
        for (int i = 0; i < kindOf.length; i++) {
            kindOf[i] = maker.kind(once.get(i));
        }
        ItemTree tree = new ItemTree(items, kindOf, maker.kinds.size());
        Tally.Schedule schedule = maker.schedule(tree);
        return new Tally(
                maker.work(tree),
                maker.leaves(tree),
                iterations,
                new Tally.People(PeopleTally.of(items)),
                schedule,
                maker.late(),
                maker.epicsDue(schedule.dated()));
    }

    private int kind(FigureItem item) {
        return kinds.computeIfAbsent(
                new Kind(item.link(), item.type(), item.state(), item.category()), _ -> kinds.size());
    }

    private Tally.Work work(ItemTree tree) {
        Estimates sums = new Estimates();
        long late = 0;
        long leaves = 0;
        LocalDate start = null;
        LocalDate due = null;
        for (int i = 0; i < items.once().size(); i++) {
            FigureItem item = items.once().get(i);
            late += items.late(item) ? 1 : 0;
            if (tree.leaf(i)) {
                leaves++;
                sums.add(item);
                start = Days.earlier(start, items.start(item));
                due = Days.later(due, items.deadline(item));
            }
        }
        return new Tally.Work(
                late,
                leaves,
                start,
                due,
                sums.effort(),
                sums.completed(),
                sums.remaining(),
                sums.storyPoints(),
                sums.odd());
    }

    private Tally.Late late() {
        return new Tally.Late(items.once().stream()
                .filter(items::late)
                .sorted(Comparator.comparing((FigureItem item) -> latest(items.deadline(item)))
                        .thenComparingLong(item -> item.key().id())
                        .thenComparing(item -> item.key().connection().value()))
                .limit(ProgressService.MOST_LATE)
                .map(FigureItem::key)
                .toList());
    }

    /** Of branches in the order of most interest, where open ones come first by due date. */
    private List<LocalDate> epicsDue(List<Tally.Branch> dated) {
        return dated.stream()
                .filter(branch -> branch.category() != StateCategory.COMPLETED
                        && items.level(branch.link(), branch.type()) == WorkItemLevel.EPIC)
                .flatMap(branch -> Stream.ofNullable(branch.due()))
                .limit(ProjectSchedule.MOST_KEY_EPICS)
                .toList();
    }

    private Map<Kind, Long> leaves(ItemTree tree) {
        Map<Kind, Long> leaves = new HashMap<>();
        for (int i = 0; i < items.once().size(); i++) {
            if (tree.leaf(i)) {
                FigureItem item = items.once().get(i);
                leaves.merge(new Kind(item.link(), item.type(), item.state(), item.category()), 1L, Long::sum);
            }
        }
        return leaves;
    }

    private record Place(LinkId link, String path) {}

    private Tally.Iterations iterations() {
        Map<Place, List<FigureItem>> byPlace = new LinkedHashMap<>();
        for (FigureItem item : items.shown()) {
            if (!ProjectItems.removed(item)) {
                byPlace.computeIfAbsent(new Place(item.link(), item.iteration()), _ -> new ArrayList<>())
                        .add(item);
            }
        }
        List<Tally.OfIteration> iterations = new ArrayList<>();
        byPlace.forEach((place, in) -> {
            Map<Integer, Integer> counts = new TreeMap<>();
            in.forEach(item -> counts.merge(kind(item), 1, Integer::sum));
            iterations.add(new Tally.OfIteration(
                    place.link(),
                    place.path(),
                    counts,
                    in.stream().filter(items::late).count(),
                    in.getFirst().key().connection(),
                    started(in.getFirst())
                            ? in.stream().map(item -> item.key().id()).toList()
                            : List.of()));
        });
        return new Tally.Iterations(List.copyOf(kinds.keySet()), iterations);
    }

    private boolean started(FigureItem item) {
        ItemStructure.Iteration iteration = items.iteration(item);
        return iteration != null
                && IterationState.of(iteration.start(), iteration.finish(), items.today()) == IterationState.STARTED;
    }

    private Tally.Schedule schedule(ItemTree tree) {
        List<Tally.Branch> dated = new ArrayList<>();
        for (int i = 0; i < items.once().size(); i++) {
            FigureItem item = items.once().get(i);
            WorkItemLevel level = items.level(item);
            if (ProjectItems.removed(item) || (level != WorkItemLevel.EPIC && level != WorkItemLevel.FEATURE)) {
                continue;
            }
            Tally.Branch branch = new Tally.Branch(
                    item.key(),
                    item.link(),
                    item.type(),
                    item.state(),
                    item.category(),
                    item.parent(),
                    item.start(),
                    item.due(),
                    tree.lowestStart(i),
                    tree.highestDue(i),
                    tree.below(i));
            if (branch.dated()) {
                dated.add(branch);
            }
        }
        dated.sort(MOST_INTEREST);
        return new Tally.Schedule(
                List.copyOf(kinds.keySet()),
                backlog(),
                List.copyOf(dated.subList(0, Math.min(dated.size(), ProjectSchedule.MOST_DATED))),
                dated.size());
    }

    private record LinkType(LinkId link, String type) {}

    private List<Tally.Backlog> backlog() {
        Map<LinkType, Tally.Backlog> lines = new LinkedHashMap<>();
        for (FigureItem item : items.once()) {
            if (!ProjectItems.removed(item)) {
                long open = ProjectItems.open(item) ? 1 : 0;
                boolean estimated = Estimates.usable(item.effort())
                        || Estimates.usable(item.originalEstimate())
                        || Estimates.usable(item.remainingWork());
                boolean planned =
                        items.iteration(item) != null && item.iteration().indexOf('\\') >= 0;
                Tally.Backlog one =
                        new Tally.Backlog(item.link(), item.type(), open, 1, estimated ? 0 : open, planned ? 0 : open);
                lines.merge(new LinkType(item.link(), item.type()), one, TallyMaker::sum);
            }
        }
        return List.copyOf(lines.values());
    }

    private static Tally.Backlog sum(Tally.Backlog one, Tally.Backlog more) {
        return new Tally.Backlog(
                one.link(),
                one.type(),
                one.open() + more.open(),
                one.all() + more.all(),
                one.withoutEstimate() + more.withoutEstimate(),
                one.withoutIteration() + more.withoutIteration());
    }

    private static LocalDate latest(@Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }
}
