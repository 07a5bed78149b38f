package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tallyfold.project.CreateProjectResult;
import tallyfold.project.Project;
import tallyfold.project.ProjectDraft;
import tallyfold.uikit.Texts;

/** The window "New project". */
final class NewProjectDialog extends Dialog {

    private final Function<ProjectDraft, CreateProjectResult> create;
    private final BiConsumer<Project, Boolean> created;
    private final NewProjectForm form;
    private final Checkbox connect = new Checkbox(Texts.of("portfolio.new.connect"));

    /**
     * A window that is not open yet.
     *
     * @param create makes the project, or says why not
     * @param portfolio where it is to lie
     * @param created called after the window has closed, with whether its links are to be made next
     */
    NewProjectDialog(
            Function<ProjectDraft, CreateProjectResult> create,
            PortfolioField portfolio,
            BiConsumer<Project, Boolean> created) {
        super(Texts.of("portfolio.new"));
        this.create = create;
        form = new NewProjectForm(portfolio);
        this.created = created;
        addClassName("tf-connection-dialog");
        setCloseOnOutsideClick(false);
        connect.setHelperText(Texts.of("portfolio.new.connect.text"));
        Div body = new Div(form, connect);
        body.addClassName("tf-connection-left");
        add(body);
        Button save = new Button(Texts.of("portfolio.new.create"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(form.lines()).resetFocusOnActiveElement();
        getFooter().add(new Button(Texts.of("portfolio.cancel"), _ -> close()), save);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                form.focusFirst();
            }
        });
    }

    private void save() {
        form.read().ifPresent(draft -> {
            switch (create.apply(draft)) {
                case CreateProjectResult.Created made -> {
                    close();
                    created.accept(made.project(), connect.getValue());
                }
                case CreateProjectResult.Refused refused -> form.refuse(refused.field(), refused.reason());
            }
        });
    }
}
