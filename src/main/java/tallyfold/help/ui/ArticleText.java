package tallyfold.help.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import tallyfold.help.HelpArticle;

/** The body of an article. Goes to the place the address names, which the browser looked for too early. */
final class ArticleText extends Div {

    ArticleText(HelpArticle article) {
        addClassName("tf-article");
        add(new Html("<div class=\"tf-article-text\">" + article.html() + "</div>"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("""
                const place = window.location.hash && document.getElementById(window.location.hash.substring(1));
                if (place) { place.scrollIntoView(); }
                """);
    }
}
