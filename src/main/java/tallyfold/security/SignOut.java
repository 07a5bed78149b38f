package tallyfold.security;

import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Ends the session of whoever pressed the button. */
@Component
public class SignOut {

    private final ObjectProvider<AuthenticationContext> context;

    /** Without a web server there is no session, but the bean may be asked for all the same. */
    SignOut(ObjectProvider<AuthenticationContext> context) {
        this.context = context;
    }

    /** Signs out and leads the browser to the sign-in page. To be called on the UI's own thread. */
    public void now() {
        context.getObject().logout();
    }
}
