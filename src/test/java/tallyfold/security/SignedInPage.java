package tallyfold.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** A page for the signed in, because the module has none of its own. */
@Route(value = "tests/signed-in", autoLayout = false)
@PermitAll
public class SignedInPage extends Div {

    public SignedInPage() {
        super("Signed in");
    }
}
