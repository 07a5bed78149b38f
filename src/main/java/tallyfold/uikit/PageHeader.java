package tallyfold.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Title of a page, the sentence under it, and the page's buttons. */
public final class PageHeader extends Div {

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final Span beside = new Span();

    public PageHeader(String title, String sentence, Component... actions) {
        addClassName("tf-page-header");
        this.title.setText(title);
        this.sentence.setText(sentence);
        this.sentence.setVisible(!sentence.isBlank());
        Div line = new Div(this.title, beside);
        line.addClassName("tf-page-title");
        Div words = new Div(line, this.sentence);
        words.addClassName("tf-page-words");
        Div buttons = new Div(actions);
        buttons.addClassName("tf-actions");
        add(words, buttons);
    }

    /** Puts something small behind the title. */
    public void setBeside(Component component) {
        beside.removeAll();
        beside.add(component);
    }

    public void setSentence(String text) {
        sentence.setText(text);
        sentence.setVisible(!text.isBlank());
    }

    public void setTitleText(String text) {
        title.setText(text);
    }
}
