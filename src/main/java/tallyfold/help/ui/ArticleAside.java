package tallyfold.help.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpNavigation;
import tallyfold.uikit.Texts;

/** Beside an article: its headings, the way back up, and what to read next. */
final class ArticleAside extends Div {

    static final String TOP = "article-top";

    ArticleAside(HelpArticle article, List<HelpArticle> others, Div feedback) {
        addClassName("tf-article-aside");
        String path = HelpNavigation.article(article.slug());
        UnorderedList contents = new UnorderedList();
        article.sections().stream()
                .filter(section -> section.level() == 2)
                .forEach(section ->
                        contents.add(new ListItem(new Anchor(path + "#" + section.anchor(), section.heading()))));
        Anchor top = new Anchor(path + "#" + TOP, Texts.of("help.top"));
        top.addClassName("tf-article-up");
        UnorderedList next = new UnorderedList();
        others.forEach(
                other -> next.add(new ListItem(new Anchor(HelpNavigation.article(other.slug()), other.title()))));
        add(list(Texts.of("help.on-this-page"), contents), top, feedback, list(Texts.of("help.read-next"), next));
    }

    private static Nav list(String title, UnorderedList entries) {
        Nav nav = new Nav(new H2(title), entries);
        nav.setAriaLabel(title);
        return nav;
    }
}
