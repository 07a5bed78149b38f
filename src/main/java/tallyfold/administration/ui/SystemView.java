package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import tallyfold.administration.SystemService;
import tallyfold.administration.SystemState;
import tallyfold.security.Role;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** How the installation is, brought up to date every ten seconds. */
@Route("system")
@PageTitle("System")
@RolesAllowed(Role.ADMINISTRATOR_ROLE)
final class SystemView extends Div {

    private final transient Clock clock;
    private final Div cards = new Div();

    SystemView(SystemService service, LiveRefresh.Pace pace, Clock clock) {
        this.clock = clock;
        addClassName("tf-page");
        cards.addClassName("tf-system");
        add(
                new PageHeader(
                        Texts.of("administration.system"),
                        Texts.of("administration.system-sentence"),
                        new Button(
                                Texts.of("administration.system-refresh"),
                                Symbol.REFRESH.icon(),
                                _ -> show(service.state()))),
                cards);
        show(service.state());
        LiveRefresh.follow(this, pace, service::state, this::show);
    }

    private void show(SystemState state) {
        cards.removeAll();
        cards.add(new SystemCards(state, clock).all());
    }
}
