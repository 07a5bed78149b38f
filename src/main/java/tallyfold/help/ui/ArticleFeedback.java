package tallyfold.help.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import tallyfold.help.HelpService;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** "Was this article helpful?" */
final class ArticleFeedback extends Div {

    /** Takes the answer in. */
    interface Answer {
        void given(boolean helpful, String remark);
    }

    private final Div row = new Div();
    private final Answer answer;

    ArticleFeedback(Answer answer) {
        this.answer = answer;
        addClassNames("tf-card", "tf-article-feedback");
        row.addClassName("tf-actions");
        row.getElement().setAttribute("aria-live", "polite");
        row.add(
                new Button(Texts.of("help.yes"), Symbol.THUMB_UP.icon(), _ -> finish(true, "")),
                new Button(Texts.of("help.no"), Symbol.THUMB_DOWN.icon(), _ -> askWhy()));
        add(new H2(Texts.of("help.helpful")), row);
    }

    private void askWhy() {
        TextArea missing = new TextArea(Texts.of("help.missing"));
        missing.setMaxLength(HelpService.MAX_REMARK);
        row.removeAll();
        row.add(missing, new Button(Texts.of("help.send"), _ -> finish(false, missing.getValue())));
        missing.focus();
    }

    private void finish(boolean helpful, String remark) {
        answer.given(helpful, remark);
        row.removeAll();
        row.add(new Span(Texts.of("help.thanks")));
    }
}
