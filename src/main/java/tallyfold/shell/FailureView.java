package tallyfold.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** A page could not be shown; says so with a number that leads to the log. */
@ParentLayout(MainLayout.class)
@PageTitle("Something went wrong")
@PermitAll
final class FailureView extends Div implements HasErrorParameter<Exception> {

    private static final Logger log = LoggerFactory.getLogger(FailureView.class);

    FailureView() {
        addClassName("tf-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        String id = UnexpectedErrorHandler.newId();
        log.error("Page could not be shown {}", id, parameter.getException());
        H1 title = new H1(Texts.of("shell.unexpected-title"));
        title.addClassName("tf-visually-hidden");
        add(
                title,
                new EmptyState(
                        Symbol.WARNING,
                        Texts.of("shell.unexpected-title"),
                        Texts.of("shell.unexpected", id),
                        new Anchor("projects", Texts.of("shell.to-projects"))));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
