package tallyfold.portfolio.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioTree;

/** Picks the projects that an address asks for. */
final class ProjectsFilter {

    private ProjectsFilter() {}

    static List<ProjectRow> shown(ProjectRows.All all, ProjectsAddress address) {
        Predicate<ProjectRow> lies = lies(all.tree(), address.portfolio());
        String text = address.text().strip().toLowerCase(Locale.ROOT);
        List<ProjectRow> found = all.rows().stream()
                .filter(row -> row.project().name().toLowerCase(Locale.ROOT).contains(text))
                .filter(row -> !address.favourites() || row.favourite())
                .filter(row -> address.status() == null || row.status() == address.status())
                .filter(lies)
                .collect(Collectors.toList());
        order(address.sort()).ifPresent(found::sort);
        return found;
    }

    /** Rows come by name already. */
    private static Optional<Comparator<ProjectRow>> order(String sort) {
        boolean down = sort.startsWith("-");
        return ProjectColumn.of(down ? sort.substring(1) : sort)
                .map(ProjectColumn::order)
                .map(order -> down ? order.reversed() : order);
    }

    private static Predicate<ProjectRow> lies(PortfolioTree tree, String portfolio) {
        if (portfolio.isEmpty()) {
            return _ -> true;
        }
        if (portfolio.equals(ProjectsAddress.NONE)) {
            return row -> row.portfolio() == null;
        }
        Set<PortfolioId> wanted = id(portfolio).map(tree::below).orElse(Set.of());
        return row -> {
            Portfolio own = row.portfolio();
            return own != null && wanted.contains(own.id());
        };
    }

    static Optional<PortfolioId> id(String text) {
        try {
            return Optional.of(new PortfolioId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
