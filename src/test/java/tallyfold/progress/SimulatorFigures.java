package tallyfold.progress;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.Fields;
import simulator.azuredevops.Organization;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimNode;
import simulator.azuredevops.SimProject;
import simulator.azuredevops.SimRevision;
import simulator.azuredevops.SimState;
import simulator.azuredevops.SimUser;
import tallyfold.provider.StateCategory;

/** The figures of a project reckoned from the simulator's own state, the long way round and without the product's code. */
public final class SimulatorFigures {

    private final SimProject project;
    private final List<SimItem> items;
    private final LocalDate today;

    public SimulatorFigures(Organization organization, SimProject project, LocalDate today) {
        this.project = project;
        this.items = organization.items(project.id()).stream()
                .filter(item -> !item.deleted() && !item.destroyed())
                .toList();
        this.today = today;
    }

    public String countedType() {
        String name = project.process().parent() == null
                ? project.process().name()
                : project.process().parent().name();
        return name.equals("Agile") ? "User Story" : "Task";
    }

    private Stream<SimItem> kept() {
        return items.stream().filter(item -> item.stateCategory() != SimState.Category.REMOVED);
    }

    private boolean counts(SimItem item) {
        return item.type().equals(countedType());
    }

    private static int weight(SimItem item) {
        return switch (item.stateCategory()) {
            case PROPOSED, REMOVED -> 0;
            case IN_PROGRESS, RESOLVED -> 50;
            case COMPLETED -> 100;
        };
    }

    /** Of those that are not removed, whether or not they count. */
    private static Share share(Stream<SimItem> some) {
        List<SimItem> all = some.toList();
        Map<StateCategory, Long> byCategory = new TreeMap<>();
        all.forEach(item ->
                byCategory.merge(StateCategory.valueOf(item.stateCategory().name()), 1L, Long::sum));
        return new Share(
                all.size(),
                all.stream()
                        .filter(item -> item.stateCategory() == SimState.Category.COMPLETED)
                        .count(),
                all.stream().mapToLong(SimulatorFigures::weight).sum(),
                byCategory);
    }

    public Share share() {
        return share(kept().filter(this::counts));
    }

    public Map<StateCategory, Long> all() {
        return share(items.stream()).byCategory();
    }

    private static @Nullable LocalDate day(@Nullable Object instant) {
        return instant == null ? null : LocalDate.ofInstant((Instant) instant, ZoneOffset.UTC);
    }

    private static SimNode iteration(SimItem item) {
        return item.revisions().getLast().iteration();
    }

    private static @Nullable LocalDate start(SimItem item) {
        LocalDate own = day(item.value(Fields.START_DATE));
        return own == null ? iteration(item).start() : own;
    }

    private static @Nullable LocalDate ownDue(SimItem item) {
        LocalDate due = day(item.value(Fields.DUE_DATE));
        return due == null ? day(item.value(Fields.TARGET_DATE)) : due;
    }

    private static @Nullable LocalDate deadline(SimItem item) {
        LocalDate own = ownDue(item);
        return own == null ? iteration(item).finish() : own;
    }

    private static boolean open(SimItem item) {
        return item.stateCategory() != SimState.Category.COMPLETED && item.stateCategory() != SimState.Category.REMOVED;
    }

    private boolean late(SimItem item) {
        LocalDate deadline = deadline(item);
        return open(item) && deadline != null && deadline.isBefore(today);
    }

    public long late() {
        return items.stream().filter(this::late).count();
    }

    private boolean leaf(SimItem item) {
        return kept().noneMatch(other -> other.parent() == item.id());
    }

    public ScheduleRollup schedule() {
        List<SimItem> leaves = kept().filter(this::leaf).toList();
        LocalDate start = first(leaves);
        LocalDate due = last(leaves);
        return new ScheduleRollup(
                leaves.size(),
                start,
                due,
                start == null || due == null
                        ? null
                        : start.datesUntil(due.plusDays(1))
                                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
                                        && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                                .count(),
                share(leaves.stream()).percent(),
                sum(leaves, Fields.ORIGINAL_ESTIMATE),
                sum(leaves, Fields.COMPLETED_WORK),
                sum(leaves, Fields.REMAINING_WORK),
                leaves.stream().mapToDouble(SimulatorFigures::points).sum(),
                0);
    }

    private static @Nullable LocalDate first(List<SimItem> some) {
        return some.stream()
                .flatMap(item -> Stream.ofNullable(start(item)))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static @Nullable LocalDate last(List<SimItem> some) {
        return some.stream()
                .flatMap(item -> Stream.ofNullable(deadline(item)))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static double number(@Nullable Object value) {
        return value == null ? 0 : ((Number) value).doubleValue();
    }

    private static double points(SimItem item) {
        return Stream.of(Fields.STORY_POINTS, Fields.EFFORT, Fields.SIZE)
                .flatMap(field -> Stream.ofNullable(item.value(field)))
                .mapToDouble(SimulatorFigures::number)
                .findFirst()
                .orElse(0);
    }

    private static double sum(List<SimItem> some, String field) {
        return some.stream().mapToDouble(item -> number(item.value(field))).sum();
    }

    /** A line for each iteration. */
    public Set<String> iterations() {
        Set<String> lines = new TreeSet<>();
        for (SimNode node : nodes(project.iterationRoot())) {
            Set<SimNode> below = new HashSet<>(nodes(node));
            lines.add(line(
                    node.path(),
                    node.start(),
                    node.finish(),
                    share(kept().filter(this::counts).filter(item -> iteration(item) == node)),
                    share(kept().filter(this::counts).filter(item -> below.contains(iteration(item)))),
                    kept().filter(item -> iteration(item) == node).count(),
                    kept().filter(item -> below.contains(iteration(item))).count()));
        }
        return lines;
    }

    public static String line(@Nullable Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(String.valueOf(value));
        }
        return String.join(" | ", texts);
    }

    private static List<SimNode> nodes(SimNode root) {
        List<SimNode> nodes = new ArrayList<>(List.of(root));
        root.children().forEach(child -> nodes.addAll(nodes(child)));
        return nodes;
    }

    /** A line for each person by name, and one for nobody. */
    public Set<String> people() {
        Set<String> names = new TreeSet<>();
        kept().forEach(item -> names.add(assignee(item)));
        Set<String> lines = new TreeSet<>();
        for (String name : names) {
            LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
            lines.add(line(
                    name,
                    of(
                            name,
                            item -> item.stateCategory() == SimState.Category.IN_PROGRESS
                                    || item.stateCategory() == SimState.Category.RESOLVED),
                    of(name, item -> item.stateCategory() == SimState.Category.COMPLETED),
                    of(name, item -> item.stateCategory() == SimState.Category.PROPOSED),
                    of(name, item -> {
                        LocalDate deadline = deadline(item);
                        return open(item)
                                && deadline != null
                                && !deadline.isBefore(monday)
                                && deadline.isBefore(monday.plusDays(7));
                    }),
                    of(name, this::late)));
        }
        return lines;
    }

    private static String assignee(SimItem item) {
        return item.value(Fields.ASSIGNED_TO) instanceof SimUser user ? user.displayName() : "";
    }

    private long of(String name, Predicate<SimItem> which) {
        return kept().filter(item -> assignee(item).equals(name)).filter(which).count();
    }

    /** A line for each type with items. */
    public Set<String> backlog() {
        Set<String> lines = new TreeSet<>();
        for (String type : kept().map(SimItem::type).distinct().toList()) {
            List<SimItem> all = kept().filter(item -> item.type().equals(type)).toList();
            lines.add(line(
                    type,
                    all.stream().filter(SimulatorFigures::open).count(),
                    all.size(),
                    all.stream()
                            .filter(SimulatorFigures::open)
                            .filter(item -> Stream.of(
                                            Fields.STORY_POINTS,
                                            Fields.EFFORT,
                                            Fields.SIZE,
                                            Fields.ORIGINAL_ESTIMATE,
                                            Fields.REMAINING_WORK)
                                    .allMatch(field -> item.value(field) == null))
                            .count(),
                    all.stream()
                            .filter(SimulatorFigures::open)
                            .filter(item -> iteration(item) == project.iterationRoot())
                            .count()));
        }
        return lines;
    }

    private boolean started(SimNode node) {
        LocalDate start = node.start();
        LocalDate finish = node.finish();
        return (start != null || finish != null)
                && (start == null || !start.isAfter(today))
                && (finish == null || !finish.isBefore(today));
    }

    /** Counted items of iterations that are going on, whatever their states. */
    public Stream<SimItem> underWay() {
        return items.stream().filter(this::counts).filter(item -> started(iteration(item)));
    }

    /** A line for each iteration that is going on, the innermost ones. */
    public Set<String> current() {
        Set<String> lines = new TreeSet<>();
        for (SimNode node : nodes(project.iterationRoot())) {
            if (started(node) && nodes(node).stream().filter(this::started).count() == 1) {
                lines.add(line(
                        node.path(),
                        share(kept().filter(this::counts).filter(item -> iteration(item) == node)),
                        kept().filter(item -> iteration(item) == node)
                                .filter(this::late)
                                .count()));
            }
        }
        return lines;
    }

    /** A line for each epic and feature with a date. */
    public Set<String> dated() {
        Set<String> lines = new TreeSet<>();
        for (SimItem item : kept().toList()) {
            if (!item.type().equals("Epic") && !item.type().equals("Feature")) {
                continue;
            }
            List<SimItem> below = below(item, new HashSet<>(Set.of(item.id())));
            List<SimItem> shown = below.stream()
                    .filter(each -> each.stateCategory() != SimState.Category.REMOVED)
                    .toList();
            List<SimItem> leaves = shown.stream().filter(this::leaf).toList();
            LocalDate ownStart = day(item.value(Fields.START_DATE));
            LocalDate ownDue = ownDue(item);
            LocalDate start = ownStart == null ? first(leaves) : ownStart;
            LocalDate due = ownDue == null ? last(leaves) : ownDue;
            if (start != null || due != null) {
                lines.add(line(item.id(), item.title(), share(shown.stream().filter(this::counts)), start, due));
            }
        }
        return lines;
    }

    private List<SimItem> below(SimItem top, Set<Long> seen) {
        List<SimItem> below = new ArrayList<>();
        for (SimItem item : items) {
            if (item.parent() == top.id() && seen.add(item.id())) {
                below.add(item);
                below.addAll(below(item, seen));
            }
        }
        return below;
    }

    /** Scope and closed of an iteration's items of today at the end of a day. */
    public BurnUp.Day burnedUp(String path, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<SimRevision> then = kept().filter(this::counts)
                .filter(item -> iteration(item).path().equals(path))
                .flatMap(item -> item.revisions().stream()
                        .filter(revision -> revision.changedDate().isBefore(end))
                        .reduce((_, later) -> later)
                        .stream())
                .toList();
        return new BurnUp.Day(
                day,
                then.size(),
                then.stream()
                        .filter(revision -> revision.type()
                                        .state(revision.state())
                                        .orElseThrow()
                                        .category()
                                == SimState.Category.COMPLETED)
                        .count());
    }
}
