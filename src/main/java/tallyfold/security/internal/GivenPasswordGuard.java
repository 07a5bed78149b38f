package tallyfold.security.internal;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import tallyfold.security.CurrentUser;
import tallyfold.security.ui.ChoosePasswordView;

/** Keeps whoever has to choose a password from going elsewhere within an open page, where no request tells the address. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class GivenPasswordGuard implements VaadinServiceInitListener {

    private static final Set<String> OPEN = Set.of(GivenPassword.PATH, GivenPassword.HELP);

    /** Before Vaadin's own check of rights, which would take it for an attempt and write it down. */
    @ListenerPriority(100)
    private record Gate(CurrentUser current) implements BeforeEnterListener {

        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            if (current.hasGivenPassword() && !OPEN.contains(event.getLocation().getPath())) {
                event.forwardTo(ChoosePasswordView.class);
            }
        }
    }

    private final transient CurrentUser current;

    GivenPasswordGuard(CurrentUser current) {
        this.current = current;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        Gate gate = new Gate(current);
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(gate));
    }
}
