package tallyfold.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a page says when it has nothing to show: what belongs here, what comes of it, and the way to begin. */
public final class EmptyState extends Div {

    public EmptyState(Symbol symbol, String title, String explanation, Component... actions) {
        addClassName("tf-empty");
        Div picture = new Div(symbol.icon());
        picture.addClassName("tf-empty-picture");
        add(picture, new H2(title), new Paragraph(explanation));
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("tf-actions");
            add(row);
        }
    }
}
