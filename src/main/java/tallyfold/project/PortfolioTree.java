package tallyfold.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All portfolios with what lies in them, as they were at one moment. */
public final class PortfolioTree {

    /** How deep portfolios lie in each other at most: one, and programs on four levels below it. */
    public static final int MAX_DEPTH = 5;

    private final Map<PortfolioId, Portfolio> byId = new LinkedHashMap<>();
    private final Map<PortfolioId, List<Portfolio>> programs = new HashMap<>();
    private final Map<ProjectId, PortfolioId> placements;
    private final Map<PortfolioId, List<ProjectId>> projects = new HashMap<>();
    private final List<Portfolio> roots = new ArrayList<>();

    /**
     * A tree.
     *
     * @param portfolios all there are, in the order to show siblings
     * @param placements the portfolio of each project that is in one
     */
    public PortfolioTree(List<Portfolio> portfolios, Map<ProjectId, PortfolioId> placements) {
        this.placements = Map.copyOf(placements);
        portfolios.forEach(one -> byId.put(one.id(), one));
        for (Portfolio one : portfolios) {
            if (one.parent() == null) {
                roots.add(one);
            } else {
                programs.computeIfAbsent(one.parent(), _ -> new ArrayList<>()).add(one);
            }
        }
        placements.forEach((project, portfolio) ->
                projects.computeIfAbsent(portfolio, _ -> new ArrayList<>()).add(project));
    }

    /** Those that lie in no other. */
    public List<Portfolio> roots() {
        return List.copyOf(roots);
    }

    /** All, each before what lies in it. */
    public List<Portfolio> inOrder() {
        return roots.stream()
                .flatMap(root -> below(root.id()).stream())
                .map(this::require)
                .toList();
    }

    public Optional<Portfolio> find(PortfolioId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What lies directly in one. */
    public List<Portfolio> programs(PortfolioId id) {
        return List.copyOf(programs.getOrDefault(id, List.of()));
    }

    /** The projects that lie directly in one, in no order. */
    public List<ProjectId> projects(PortfolioId id) {
        return List.copyOf(projects.getOrDefault(id, List.of()));
    }

    /** The projects in one and in all below it, in no order. */
    public Set<ProjectId> projectsBelow(PortfolioId id) {
        return below(id).stream().flatMap(each -> projects(each).stream()).collect(Collectors.toSet());
    }

    /** One and all that lie in it on any level, each before what lies in it. */
    public Set<PortfolioId> below(PortfolioId id) {
        Set<PortfolioId> found = new LinkedHashSet<>();
        Deque<PortfolioId> waiting = new ArrayDeque<>(List.of(id));
        while (!waiting.isEmpty()) {
            PortfolioId next = waiting.pop();
            if (found.add(next)) {
                programs(next).reversed().forEach(program -> waiting.push(program.id()));
            }
        }
        return found;
    }

    /** From the top to the one itself; empty when it is not there. */
    public List<Portfolio> path(PortfolioId id) {
        Deque<Portfolio> path = new ArrayDeque<>();
        @Nullable Portfolio next = byId.get(id);
        while (next != null && !path.contains(next)) {
            path.addFirst(next);
            next = next.parent() == null ? null : byId.get(next.parent());
        }
        return List.copyOf(path);
    }

    /** How many levels there are in one, itself included. */
    public int height(PortfolioId id) {
        int level = path(id).size();
        return below(id).stream()
                .mapToInt(each -> path(each).size() - level + 1)
                .max()
                .orElse(1);
    }

    /** The portfolio a project lies in. */
    public Optional<Portfolio> of(ProjectId project) {
        return Optional.ofNullable(placements.get(project)).map(byId::get);
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    private Portfolio require(PortfolioId id) {
        return find(id).orElseThrow();
    }
}
