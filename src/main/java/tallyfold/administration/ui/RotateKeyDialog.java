package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import tallyfold.uikit.Texts;

/** Says what replacing the master key means and what to keep, before it is done. */
final class RotateKeyDialog extends Dialog {

    RotateKeyDialog(Runnable confirmed) {
        super(Texts.of("administration.keys-rotate"));
        addClassName("tf-rotate-key");
        add(
                new Paragraph(Texts.of("administration.keys-rotate-what")),
                new UnorderedList(
                        new ListItem(Texts.of("administration.keys-rotate-new")),
                        new ListItem(Texts.of("administration.keys-rotate-old")),
                        new ListItem(Texts.of("administration.keys-rotate-settings"))));
        Button rotate = new Button(Texts.of("administration.keys-rotate"), _ -> {
            close();
            confirmed.run();
        });
        rotate.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("administration.cancel"), _ -> close()), rotate);
    }
}
