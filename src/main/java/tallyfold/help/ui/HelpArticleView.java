package tallyfold.help.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpNavigation;
import tallyfold.help.HelpService;
import tallyfold.uikit.Texts;

/** One article. */
@Route(HelpNavigation.HOME + "/:" + HelpArticleView.ARTICLE)
@PermitAll
class HelpArticleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ARTICLE = "article";

    private static final int READ_NEXT = 3;

    private final transient HelpService service;
    private String title = "";

    HelpArticleView(HelpService service) {
        this.service = service;
        addClassNames("tf-page", "tf-help", "tf-help-article");
        setId(ArticleAside.TOP);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        HelpArticle article =
                event.getRouteParameters().get(ARTICLE).flatMap(service::find).orElseThrow(NotFoundException::new);
        title = article.title();
        removeAll();
        Div main = new Div(searchField(), new H1(title));
        main.addClassName("tf-article-main");
        if (article.slug().equals(HelpNavigation.CONNECT)) {
            main.add(new Walkthrough());
        }
        main.add(new ArticleText(article));
        add(
                main,
                new ArticleAside(
                        article,
                        readNext(article),
                        new ArticleFeedback((helpful, remark) -> service.rate(article.slug(), helpful, remark))));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("help.page-title", title);
    }

    private static HelpSearchField searchField() {
        HelpSearchField search = new HelpSearchField();
        search.addKeyPressListener(
                Key.ENTER,
                _ -> UI.getCurrentOrThrow()
                        .navigate(HelpNavigation.HOME, QueryParameters.of(HelpView.WORDS, search.getValue())));
        return search;
    }

    private List<HelpArticle> readNext(HelpArticle article) {
        return service.articles().stream()
                .filter(other -> !other.slug().equals(article.slug()))
                .limit(READ_NEXT)
                .toList();
    }
}
