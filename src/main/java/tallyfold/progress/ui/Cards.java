package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** The frame of the cards of a tab. */
final class Cards {

    private Cards() {}

    /** A card with its title, and what stands at the other end of the title's line. */
    static Div card(String title, Component... aside) {
        Div head = new Div(new H2(title));
        head.addClassName("tf-panel-head");
        if (aside.length > 0) {
            Div end = new Div(aside);
            end.addClassName("tf-panel-aside");
            head.add(end);
        }
        Div card = new Div(head);
        card.addClassNames("tf-card", "tf-summary-card");
        return card;
    }

    static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("tf-quiet");
        return span;
    }

    /** A word, and its figure at the other end of the line. */
    static Div line(String word, Component figure) {
        Span name = new Span(word);
        name.addClassName("tf-figure-word");
        name.setTitle(word);
        Div line = new Div(name, figure);
        line.addClassName("tf-figure-line");
        return line;
    }
}
