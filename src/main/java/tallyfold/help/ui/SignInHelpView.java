package tallyfold.help.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import tallyfold.help.HelpArticle;
import tallyfold.help.HelpNavigation;
import tallyfold.help.HelpService;
import tallyfold.uikit.Texts;

/** The article for people who cannot sign in, so it is the only one that needs no sign-in. */
@Route(value = HelpNavigation.HOME + "/" + HelpNavigation.SIGN_IN, autoLayout = false)
@PageTitle("Help with signing in · Tallyfold")
@AnonymousAllowed
class SignInHelpView extends Main {

    SignInHelpView(HelpService service) {
        addClassNames("tf-page", "tf-help", "tf-help-alone");
        setId(ArticleAside.TOP);
        HelpArticle article = service.signInArticle();
        add(new Anchor("login", Texts.of("help.back-to-sign-in")), new H1(article.title()), new ArticleText(article));
    }
}
