package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.IntConsumer;
import tallyfold.portfolio.ui.PortfolioField;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ProjectRows;
import tallyfold.project.Portfolio;
import tallyfold.project.PortfolioService;
import tallyfold.project.ProjectId;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** Chooses projects that are to lie in a portfolio. */
final class AddProjectsDialog extends Dialog {

    private final MultiSelectComboBox<ProjectRow> field = new MultiSelectComboBox<>(Texts.of("portfolios.add.field"));
    private final Div problem = new Div();

    AddProjectsDialog(Portfolio into, ProjectRows.All all, PortfolioService portfolios, IntConsumer added) {
        super(Texts.of("portfolios.add.title", into.name()));
        addClassName("tf-connection-dialog");
        setCloseOnOutsideClick(false);
        field.setItems(all.rows().stream()
                .filter(row -> row.portfolio() == null || !row.portfolio().id().equals(into.id()))
                .toList());
        field.setItemLabelGenerator(row -> {
            Portfolio now = row.portfolio();
            return now == null
                    ? row.project().name()
                    : Texts.of("portfolios.add.from", row.project().name(), PortfolioField.path(all.tree(), now.id()));
        });
        field.setWidthFull();
        Div body = new Div(new Paragraph(Texts.of("portfolios.add.text")), field, problem);
        body.addClassName("tf-connection-left");
        add(body);
        Button done = new Button(Texts.of("portfolios.add"), _ -> {
            List<ProjectId> chosen =
                    field.getValue().stream().map(row -> row.project().id()).toList();
            if (chosen.isEmpty()) {
                field.setErrorMessage(Texts.of("portfolios.add.nothing"));
                field.setInvalid(true);
                field.focus();
            } else if (portfolios.place(chosen, into.id())) {
                close();
                added.accept(chosen.size());
            } else {
                problem.removeAll();
                problem.add(new Note(Tone.BAD, Texts.of("portfolios.gone")));
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("portfolio.cancel"), _ -> close()), done);
    }
}
