package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.PortfolioNavigation;
import tallyfold.portfolio.ui.PortfolioWay;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioTree;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Name, status and size of a portfolio, the way back, and what can be done with it. */
final class PortfolioHead extends Div {

    /** What who may change portfolios can do with one. */
    interface Actions {

        void importProjects();

        void addProjects();

        void newProgram();

        void edit();

        void delete();
    }

    /** @param actions null for who may not change portfolios */
    PortfolioHead(
            PortfolioTree tree, Portfolio portfolio, RollUp rollUp, @Nullable Actions actions, ExportMenu export) {
        List<Component> buttons = new ArrayList<>();
        buttons.add(rollUp.projects() == 0 ? new Span() : rollUp.worst().badge());
        if (actions != null) {
            buttons.add(new Button(Texts.of("portfolio.import"), Symbol.IMPORT.icon(), _ -> actions.importProjects()));
        }
        buttons.add(export);
        buttons.add(report(portfolio));
        if (actions != null) {
            buttons.add(more(actions));
        }
        add(
                way(tree, portfolio),
                new PageHeader(portfolio.name(), sentence(tree, portfolio, rollUp), buttons.toArray(Component[]::new)));
        if (!portfolio.description().isEmpty()) {
            Paragraph description = new Paragraph(portfolio.description());
            description.addClassName("tf-portfolio-description");
            add(description);
        }
    }

    private static PortfolioWay way(PortfolioTree tree, Portfolio portfolio) {
        return new PortfolioWay(tree.path(portfolio.id()).stream()
                .filter(each -> !each.id().equals(portfolio.id()))
                .toList());
    }

    private static String sentence(PortfolioTree tree, Portfolio portfolio, RollUp rollUp) {
        int programs = tree.below(portfolio.id()).size() - 1;
        String sizes = Texts.of("portfolios.head", rollUp.projects(), programs, rollUp.organizations());
        return portfolio.owner().isEmpty() ? sizes : sizes + " · " + portfolio.owner();
    }

    private static Anchor report(Portfolio portfolio) {
        Anchor link = new Anchor(PortfolioNavigation.report(portfolio.id()), "");
        link.add(Symbol.PRINT.icon(), new Span(Texts.of("portfolios.report")));
        link.setTarget(AnchorTarget.BLANK);
        link.addClassNames("tf-portfolio-button");
        return link;
    }

    private static Button more(Actions actions) {
        Button button = new Button(Symbol.MORE.icon());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(Texts.of("portfolios.more"));
        button.setTooltipText(Texts.of("portfolios.more"));
        button.getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(Texts.of("portfolios.add-projects"), _ -> actions.addProjects());
        menu.addItem(Texts.of("portfolios.new-program"), _ -> actions.newProgram());
        menu.addItem(Texts.of("portfolios.edit"), _ -> actions.edit());
        menu.addItem(Texts.of("portfolios.delete"), _ -> actions.delete());
        return button;
    }
}
