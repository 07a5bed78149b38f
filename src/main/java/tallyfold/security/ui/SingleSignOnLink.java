package tallyfold.security.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import tallyfold.security.internal.SingleSignOn;
import tallyfold.uikit.Texts;

/** The other way in, below the form. */
final class SingleSignOnLink extends Div {

    SingleSignOnLink(String provider) {
        addClassName("tf-welcome-other");
        Span or = new Span(Texts.of("security.single-sign-on.or"));
        or.addClassName("tf-second-line");
        Anchor link = new Anchor(SingleSignOn.PATH, Texts.of("security.single-sign-on.link", provider));
        link.addClassName("tf-welcome-provider");
        link.setRouterIgnore(true);
        add(or, link);
    }
}
