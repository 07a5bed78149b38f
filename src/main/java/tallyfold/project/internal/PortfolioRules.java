package tallyfold.project.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioDraft;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioResult.Field;
import tallyfold.project.PortfolioResult.Refused;
import tallyfold.project.PortfolioTree;
import tallyfold.uikit.Texts;

/** What a portfolio has to keep to. */
public final class PortfolioRules {

    private PortfolioRules() {}

    /** The draft as it would be stored. */
    public static PortfolioDraft tidy(PortfolioDraft draft) {
        return new PortfolioDraft(
                ProjectNames.tidy(draft.name()),
                ProjectDraftRules.tidyDescription(draft.description()),
                ProjectNames.tidy(draft.owner()),
                draft.parent());
    }

    /**
     * What stands against a tidied draft.
     *
     * @param own the portfolio that is to become so; null for a new one
     */
    public static Optional<Refused> objection(PortfolioTree tree, PortfolioDraft draft, @Nullable PortfolioId own) {
        return words(draft)
                .or(() -> place(tree, draft.parent(), own))
                .or(() -> siblings(tree, draft.parent()).stream()
                                .anyMatch(other -> !other.id().equals(own) && sameName(other, draft.name()))
                        ? refused(Field.NAME, "project.portfolio.name-taken", draft.name())
                        : Optional.empty());
    }

    /** The names that would be there twice if what lies in a portfolio came to lie where it lies itself. */
    public static List<String> clashesWithout(PortfolioTree tree, Portfolio portfolio) {
        List<Portfolio> above = siblings(tree, portfolio.parent());
        return tree.programs(portfolio.id()).stream()
                .map(Portfolio::name)
                .filter(name ->
                        above.stream().anyMatch(other -> !other.id().equals(portfolio.id()) && sameName(other, name)))
                .toList();
    }

    private static Optional<Refused> words(PortfolioDraft draft) {
        if (draft.name().isEmpty()) {
            return refused(Field.NAME, "project.portfolio.name-empty");
        }
        if (draft.name().length() > ProjectNames.MAX_LENGTH) {
            return refused(Field.NAME, "project.name.long", ProjectNames.MAX_LENGTH);
        }
        if (!ProjectNames.printable(draft.name())) {
            return refused(Field.NAME, "project.name.characters");
        }
        if (draft.owner().length() > ProjectNames.MAX_LENGTH) {
            return refused(Field.OWNER, "project.name.long", ProjectNames.MAX_LENGTH);
        }
        if (!ProjectNames.printable(draft.owner())) {
            return refused(Field.OWNER, "project.name.characters");
        }
        return draft.description().length() > ProjectDraftRules.MAX_DESCRIPTION
                ? refused(Field.DESCRIPTION, "project.create.description", ProjectDraftRules.MAX_DESCRIPTION)
                : Optional.empty();
    }

    private static Optional<Refused> place(
            PortfolioTree tree, @Nullable PortfolioId parent, @Nullable PortfolioId own) {
        if (parent == null) {
            return Optional.empty();
        }
        if (tree.find(parent).isEmpty()) {
            return refused(Field.PARENT, "project.portfolio.parent-gone");
        }
        if (own != null && tree.below(own).contains(parent)) {
            return refused(Field.PARENT, "project.portfolio.circle");
        }
        int levels = tree.path(parent).size() + (own == null ? 1 : tree.height(own));
        return levels > PortfolioTree.MAX_DEPTH
                ? refused(Field.PARENT, "project.portfolio.deep", PortfolioTree.MAX_DEPTH)
                : Optional.empty();
    }

    private static List<Portfolio> siblings(PortfolioTree tree, @Nullable PortfolioId parent) {
        return parent == null ? tree.roots() : tree.programs(parent);
    }

    private static boolean sameName(Portfolio portfolio, String name) {
        return ProjectNames.key(portfolio.name()).equals(ProjectNames.key(name));
    }

    private static Optional<Refused> refused(Field field, String key, Object... arguments) {
        return Optional.of(new Refused(field, Texts.of(key, arguments)));
    }
}
