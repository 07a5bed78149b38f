package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import tallyfold.uikit.Texts;

/** Says what reading everything anew costs before it begins. */
final class FullSyncDialog extends Dialog {

    FullSyncDialog(int links, Runnable confirmed) {
        setHeaderTitle(Texts.of("portfolio.full-sync.title", links));
        addClassName("tf-connection-dialog");
        setRole("alertdialog");
        setCloseOnOutsideClick(false);
        Div body = new Div(
                new Paragraph(Texts.of("portfolio.full-sync.what")),
                new Paragraph(Texts.of("portfolio.full-sync.cost")),
                new Paragraph(Texts.of("portfolio.full-sync.instead")));
        body.addClassName("tf-connection-left");
        add(body);
        Button start = new Button(Texts.of("portfolio.full-sync"), _ -> {
            close();
            confirmed.run();
        });
        start.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(Texts.of("portfolio.not-now"), _ -> close()), start);
    }
}
