package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import tallyfold.project.DeletePortfolioResult;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioTree;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** Says what becomes of the projects and programs before a portfolio is deleted. */
final class DeletePortfolioDialog extends Dialog {

    private final Div problem = new Div();

    DeletePortfolioDialog(
            PortfolioTree tree, Portfolio going, Supplier<DeletePortfolioResult> delete, Runnable deleted) {
        super(Texts.of("portfolios.delete.title", going.name()));
        addClassName("tf-connection-dialog");
        setRole("alertdialog");
        setCloseOnOutsideClick(false);
        int projects = tree.projects(going.id()).size();
        int programs = tree.programs(going.id()).size();
        String where = going.parent() == null
                ? Texts.of("portfolios.delete.to-none", projects, programs)
                : Texts.of(
                        "portfolios.delete.to-parent",
                        projects,
                        programs,
                        tree.find(going.parent()).map(Portfolio::name).orElse(""));
        Div body = new Div(new Paragraph(where), new Paragraph(Texts.of("portfolios.delete.kept")), problem);
        body.addClassName("tf-connection-left");
        add(body);
        Button button = new Button(Texts.of("portfolios.delete"), _ -> {
            switch (delete.get()) {
                case DeletePortfolioResult.Deleted _ -> {
                    close();
                    deleted.run();
                }
                case DeletePortfolioResult.Gone _ -> {
                    close();
                    deleted.run();
                }
                case DeletePortfolioResult.Refused refused -> refuse(refused.reason());
                case DeletePortfolioResult.Outdated _ -> refuse(Texts.of("portfolios.outdated"));
            }
        });
        button.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(Texts.of("portfolio.cancel"), _ -> close()), button);
    }

    private void refuse(String reason) {
        problem.removeAll();
        problem.add(new Note(Tone.BAD, reason));
    }
}
