package tallyfold.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** There is nothing at this address, or nothing for this reader: the two are not told apart. */
@ParentLayout(MainLayout.class)
@PageTitle("Not found")
@PermitAll
final class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

    NotFoundView() {
        addClassName("tf-page");
        H1 title = new H1(Texts.of("shell.not-found-title"));
        title.addClassName("tf-visually-hidden");
        add(
                title,
                new EmptyState(
                        Symbol.SEARCH,
                        Texts.of("shell.not-found-title"),
                        Texts.of("shell.not-found"),
                        new Anchor("projects", Texts.of("shell.to-projects"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
