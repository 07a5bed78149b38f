package tallyfold.portfolio.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioTree;
import tallyfold.uikit.Texts;

/** Chooses a portfolio or a program, or none. */
public final class PortfolioField extends ComboBox<Portfolio> {

    private final transient PortfolioTree tree;
    private final int offered;

    public PortfolioField(PortfolioTree tree, @Nullable PortfolioId chosen) {
        this(tree, chosen, Set.of());
    }

    /** A field that does not offer some. */
    public PortfolioField(PortfolioTree tree, @Nullable PortfolioId chosen, Collection<PortfolioId> without) {
        super(Texts.of("portfolios.field"));
        this.tree = tree;
        List<Portfolio> offer = tree.inOrder().stream()
                .filter(portfolio -> !without.contains(portfolio.id()))
                .toList();
        offered = offer.size();
        setItems(offer);
        setItemLabelGenerator(portfolio -> path(tree, portfolio.id()));
        setPlaceholder(Texts.of("portfolios.field.none"));
        setClearButtonVisible(true);
        choose(chosen);
    }

    public boolean offersAny() {
        return offered > 0;
    }

    public void choose(@Nullable PortfolioId id) {
        setValue(of(id));
    }

    public @Nullable PortfolioId chosen() {
        return id(getValue());
    }

    /** The one with a key; null for none. */
    public @Nullable Portfolio of(@Nullable PortfolioId id) {
        return id == null ? null : tree.find(id).orElse(null);
    }

    /** The key of one; null for none. */
    public static @Nullable PortfolioId id(@Nullable Portfolio portfolio) {
        return portfolio == null ? null : portfolio.id();
    }

    /** "Digital Retail / Checkout Renewal". */
    public static String path(PortfolioTree tree, PortfolioId id) {
        return tree.path(id).stream().map(Portfolio::name).collect(Collectors.joining(" / "));
    }
}
