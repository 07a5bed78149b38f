package tallyfold.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** Title of a page, the sentence under it, and the page's buttons. */
public final class PageHeader extends Div {

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();

    public PageHeader(String title, String sentence, Component... actions) {
        addClassName("tf-page-header");
        this.title.setText(title);
        this.sentence.setText(sentence);
        this.sentence.setVisible(!sentence.isBlank());
        Div words = new Div(this.title, this.sentence);
        words.addClassName("tf-page-words");
        Div buttons = new Div(actions);
        buttons.addClassName("tf-actions");
        add(words, buttons);
    }

    public void setSentence(String text) {
        sentence.setText(text);
        sentence.setVisible(!text.isBlank());
    }

    public void setTitleText(String text) {
        title.setText(text);
    }
}
