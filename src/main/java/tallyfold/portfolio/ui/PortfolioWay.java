package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import tallyfold.portfolio.PortfolioNavigation;
import tallyfold.project.Portfolio;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The way to something that lies in portfolios: "Portfolios", then each of them, as links. */
public final class PortfolioWay extends Nav {

    /** @param above from the top downwards */
    public PortfolioWay(List<Portfolio> above) {
        addClassName("tf-portfolio-way");
        getElement().setAttribute("aria-label", Texts.of("portfolios.way"));
        add(link(PortfolioNavigation.PORTFOLIOS, Texts.of("portfolios.title")));
        above.forEach(
                one -> add(Symbol.CHEVRON_RIGHT.icon(), link(PortfolioNavigation.portfolio(one.id()), one.name())));
    }

    /** Goes there without loading the page anew. */
    private static Anchor link(String path, String name) {
        Anchor link = new Anchor(path, name);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
