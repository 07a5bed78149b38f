package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import tallyfold.security.PasswordLink;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** A one-time link, shown this once, with the button that copies it. */
final class LinkField extends Div {

    /** Browsers keep the clipboard from pages that came without https; the old way works there. */
    private static final String COPY = """
            const input = $0.inputElement;
            input.select();
            if (navigator.clipboard) {
              return navigator.clipboard.writeText(input.value).then(() => true, () => document.execCommand('copy'));
            }
            return document.execCommand('copy');
            """;

    LinkField(String sentence, PasswordLink link) {
        addClassName("tf-form");
        TextField address = new TextField(Texts.of("administration.link"));
        address.setValue(link.path());
        address.setReadOnly(true);
        address.addClassName("tf-one-time-link");
        // Only the browser knows by which name it reaches the server.
        address.getElement().executeJs("this.value = new URL($0, document.baseURI).href", link.path());
        Button copy = new Button(
                Texts.of("administration.link-copy"),
                Symbol.COPY.icon(),
                _ -> getElement().executeJs(COPY, address.getElement()).then(Boolean.class, copied -> {
                    if (Boolean.TRUE.equals(copied)) {
                        Notifications.success(Texts.of("administration.link-copied"));
                    }
                }));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        Div line = new Div(address, copy);
        line.addClassName("tf-link-line");
        add(
                new Paragraph(sentence),
                line,
                new Note(StatusWord.Tone.INFO, Texts.of("administration.link-once", Times.minute(link.expiresAt()))));
    }
}
