package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.PortfolioField;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioDraft;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioResult;
import tallyfold.project.PortfolioService;
import tallyfold.project.PortfolioTree;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The window in which a portfolio is made or changed. */
final class PortfolioDialog extends Dialog {

    private final Function<PortfolioDraft, PortfolioResult> save;
    private final Consumer<Portfolio> saved;
    private final PortfolioForm form;
    private final Div problem = new Div();

    private PortfolioDialog(
            String title,
            String button,
            PortfolioForm form,
            Function<PortfolioDraft, PortfolioResult> save,
            Consumer<Portfolio> saved) {
        super(title);
        this.save = save;
        this.saved = saved;
        this.form = form;
        addClassName("tf-connection-dialog");
        setCloseOnOutsideClick(false);
        Div body = new Div(form, problem);
        body.addClassName("tf-connection-left");
        add(body);
        Button done = new Button(button, _ -> save());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClickShortcut(Key.ENTER).listenOn(form.lines()).resetFocusOnActiveElement();
        getFooter().add(new Button(Texts.of("portfolio.cancel"), _ -> close()), done);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                form.focusFirst();
            }
        });
    }

    /** A window for a new one inside another, or at the top. */
    static PortfolioDialog create(
            PortfolioService portfolios, @Nullable PortfolioId parent, Consumer<Portfolio> created) {
        return new PortfolioDialog(
                Texts.of(parent == null ? "portfolios.new" : "portfolios.new-program"),
                Texts.of("portfolios.create"),
                new PortfolioForm(
                        new PortfolioField(portfolios.tree(), parent), new PortfolioDraft("", "", "", parent)),
                portfolios::create,
                created);
    }

    /** A window for one that is there. It does not offer the places that would close a circle. */
    static PortfolioDialog edit(PortfolioService portfolios, Portfolio shown, Consumer<Portfolio> changed) {
        PortfolioTree tree = portfolios.tree();
        return new PortfolioDialog(
                Texts.of("portfolios.edit.title", shown.name()),
                Texts.of("portfolios.save"),
                new PortfolioForm(
                        new PortfolioField(tree, shown.parent(), tree.below(shown.id())),
                        new PortfolioDraft(shown.name(), shown.description(), shown.owner(), shown.parent())),
                draft -> portfolios.change(shown.id(), draft, shown.version()),
                changed);
    }

    private void save() {
        form.read().ifPresent(draft -> {
            switch (save.apply(draft)) {
                case PortfolioResult.Done done -> {
                    close();
                    saved.accept(done.portfolio());
                }
                case PortfolioResult.Refused refused -> form.refuse(refused.field(), refused.reason());
                case PortfolioResult.Outdated _ -> refuse("portfolios.outdated");
                case PortfolioResult.Gone _ -> refuse("portfolios.gone");
            }
        });
    }

    /** Says what kept the portfolio from being changed; what was entered stays. */
    private void refuse(String key) {
        problem.removeAll();
        problem.add(new Note(Tone.BAD, Texts.of(key)));
    }
}
