package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import tallyfold.portfolio.SaveViewResult;
import tallyfold.portfolio.SavedView;
import tallyfold.uikit.Texts;

/** Asks for the name under which the present view is kept. */
final class SaveViewDialog extends Dialog {

    private static final int LONGEST = 128;

    private final TextField name = new TextField(Texts.of("portfolios.views.name"));
    private final Checkbox shared = new Checkbox(Texts.of("portfolios.views.share"));

    SaveViewDialog(boolean mayShare, BiFunction<String, Boolean, SaveViewResult> save, Consumer<SavedView> saved) {
        super(Texts.of("portfolios.views.save"));
        addClassName("tf-connection-dialog");
        name.setMaxLength(LONGEST);
        name.setWidthFull();
        shared.setVisible(mayShare);
        Div body = new Div(new Paragraph(Texts.of("portfolios.views.text")), name, shared);
        body.addClassName("tf-connection-left");
        add(body);
        Button done = new Button(Texts.of("portfolios.save"), _ -> {
            switch (save.apply(name.getValue(), shared.getValue())) {
                case SaveViewResult.Saved kept -> {
                    close();
                    saved.accept(kept.view());
                }
                case SaveViewResult.Refused refused -> {
                    name.setErrorMessage(refused.reason());
                    name.setInvalid(true);
                    name.focus();
                }
            }
        });
        done.addThemeVariants(ButtonVariant.PRIMARY);
        done.addClickShortcut(Key.ENTER).listenOn(name);
        getFooter().add(new Button(Texts.of("portfolio.cancel"), _ -> close()), done);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
    }
}
