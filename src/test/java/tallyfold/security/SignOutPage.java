package tallyfold.security;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** A page that signs out, as the menu of the own name does, because the module has no such menu. */
@Route(value = "tests/sign-out", autoLayout = false)
@PermitAll
public class SignOutPage extends Div {

    private final transient SignOut signOut;

    public SignOutPage(SignOut signOut) {
        this.signOut = signOut;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        signOut.now();
    }
}
