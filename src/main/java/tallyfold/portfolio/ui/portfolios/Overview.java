package tallyfold.portfolio.ui.portfolios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ProjectRows;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioTree;

/** All portfolios with the lines of their projects, at one moment. */
final class Overview {

    private final PortfolioTree tree;
    private final Map<PortfolioId, List<ProjectRow>> direct = new HashMap<>();
    private final List<ProjectRow> homeless = new ArrayList<>();

    Overview(ProjectRows.All all) {
        tree = all.tree();
        for (ProjectRow row : all.rows()) {
            Portfolio portfolio = row.portfolio();
            if (portfolio == null) {
                homeless.add(row);
            } else {
                direct.computeIfAbsent(portfolio.id(), _ -> new ArrayList<>()).add(row);
            }
        }
    }

    PortfolioTree tree() {
        return tree;
    }

    Optional<Portfolio> find(PortfolioId id) {
        return tree.find(id);
    }

    /** The projects that lie in one itself, by name. */
    List<ProjectRow> direct(PortfolioId id) {
        return List.copyOf(direct.getOrDefault(id, List.of()));
    }

    /** Those in its programs, program by program, then those in one itself. */
    List<ProjectRow> below(PortfolioId id) {
        List<ProjectRow> found = new ArrayList<>();
        tree.programs(id).forEach(program -> found.addAll(below(program.id())));
        found.addAll(direct(id));
        return List.copyOf(found);
    }

    /** Those that lie in no portfolio. */
    List<ProjectRow> homeless() {
        return List.copyOf(homeless);
    }

    RollUp rollUp(PortfolioId id) {
        return RollUp.of(below(id));
    }
}
