package tallyfold.progress.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.progress.IterationState;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.LinkIterations.Row;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.Share;
import tallyfold.progress.internal.Tally.Kind;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.provider.WorkItemLevel;
import tallyfold.workitem.ItemFigureStore;
import tallyfold.workitem.ItemStructure;

/** Makes the trees of iterations out of what is kept of their items. */
@Component
public class IterationReader {

    private static final Comparator<ItemStructure.Iteration> IN_TIME = Comparator.comparing(
                    ItemStructure.Iteration::start, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ItemStructure.Iteration::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(ItemStructure.Iteration::path);

    private final TallyRepository tallies;
    private final ShareReader shares;
    private final ItemFigureStore items;

    IterationReader(TallyRepository tallies, ShareReader shares, ItemFigureStore items) {
        this.tallies = tallies;
        this.shares = shares;
        this.items = items;
    }

    /** What is in an iteration. */
    record Content(Share share, long items) {

        static final Content NONE = new Content(Share.NONE, 0);

        Content plus(Content more) {
            return new Content(share.plus(more.share), items + more.items);
        }
    }

    public List<LinkIterations> read(ProjectId project, LocalDate today) {
        Shares rules = shares.of(project);
        ItemStructure structure = items.structure(project);
        Map<LinkId, Map<String, Content>> contents = contents(project, rules);
        List<LinkIterations> trees = new ArrayList<>();
        for (ProjectFigures.OfLink link : rules.links()) {
            List<ItemStructure.Iteration> own = structure.iterations().stream()
                    .filter(iteration -> iteration.link().equals(link.link()))
                    .sorted(IN_TIME)
                    .toList();
            List<String> planned = structure.types().stream()
                    .filter(type ->
                            type.link().equals(link.link()) && type.own() && type.level() == WorkItemLevel.REQUIREMENT)
                    .map(ItemStructure.Type::name)
                    .toList();
            trees.add(tree(link.link(), planned, own, contents.getOrDefault(link.link(), Map.of()), today));
        }
        return trees;
    }

    private Map<LinkId, Map<String, Content>> contents(ProjectId project, Shares rules) {
        Map<LinkId, Map<String, Content>> contents = new HashMap<>();
        tallies.part(project, Tally.Iterations.class)
                .ifPresent(part -> part.paths()
                        .forEach(path -> contents.computeIfAbsent(path.link(), _ -> new HashMap<>())
                                .put(path.path(), content(part.kinds(), path, rules))));
        return contents;
    }

    static Content content(List<Kind> kinds, Tally.OfIteration path, Shares rules) {
        return new Content(
                rules.counted(kinds, path.counts()),
                path.counts().values().stream().mapToLong(Integer::longValue).sum());
    }

    private static LinkIterations tree(
            LinkId link,
            List<String> planned,
            List<ItemStructure.Iteration> iterations,
            Map<String, Content> contents,
            LocalDate today) {
        Set<String> known =
                iterations.stream().map(ItemStructure.Iteration::path).collect(Collectors.toSet());
        Map<String, List<ItemStructure.Iteration>> below =
                iterations.stream().collect(Collectors.groupingBy(iteration -> above(iteration.path(), known)));
        List<Row> rows = new ArrayList<>();
        below.getOrDefault("", List.of()).forEach(top -> rows.addAll(branch(top, 0, below, contents, today)));
        Content unknown = contents.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Content.NONE, Content::plus);
        return new LinkIterations(link, planned, rows, unknown.share(), unknown.items());
    }

    /** The nearest iteration above that is known; empty at the top. */
    private static String above(String path, Set<String> known) {
        for (int end = path.lastIndexOf('\\'); end > 0; end = path.lastIndexOf('\\', end - 1)) {
            if (known.contains(path.substring(0, end))) {
                return path.substring(0, end);
            }
        }
        return "";
    }

    private static List<Row> branch(
            ItemStructure.Iteration iteration,
            int depth,
            Map<String, List<ItemStructure.Iteration>> below,
            Map<String, Content> contents,
            LocalDate today) {
        List<Row> lower = new ArrayList<>();
        Content own = contents.getOrDefault(iteration.path(), Content.NONE);
        Content all = own;
        for (ItemStructure.Iteration child : below.getOrDefault(iteration.path(), List.of())) {
            List<Row> rows = branch(child, depth + 1, below, contents, today);
            all = all.plus(
                    new Content(rows.getFirst().withBelow(), rows.getFirst().itemsWithBelow()));
            lower.addAll(rows);
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row(iteration, depth, own, all, today));
        rows.addAll(lower);
        return rows;
    }

    private static Row row(ItemStructure.Iteration iteration, int depth, Content own, Content all, LocalDate today) {
        @Nullable LocalDate start = iteration.start();
        @Nullable LocalDate finish = iteration.finish();
        return new Row(
                iteration.path(),
                iteration.name(),
                depth,
                start,
                finish,
                IterationState.of(start, finish, today),
                own.share(),
                all.share(),
                own.items(),
                all.items());
    }
}
