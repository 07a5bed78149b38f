package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.security.SignOut;
import tallyfold.security.UserRow;
import tallyfold.security.UserService;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Who may sign in, and in which role. */
@Route(UsersView.PATH)
@PageTitle("Users")
@RolesAllowed(Role.ADMINISTRATOR_ROLE)
final class UsersView extends Div implements BeforeEnterObserver {

    static final String PATH = "users";

    private static final String FILTER = "filter";

    private final transient UserService users;
    private final transient SignOut signOut;
    private final TextField filter = new TextField();
    private final Span count = new Span();
    private final Div content = new Div();
    private final UserGrid grid;

    UsersView(UserService users, CurrentUser current, SignOut signOut, Clock clock) {
        this.users = users;
        this.signOut = signOut;
        addClassNames("tf-page", "tf-users-page");
        grid = new UserGrid(
                new UserActions(users, clock, this::refresh),
                clock,
                current.require().id());
        Button invite = new Button(Texts.of("administration.invite"), Symbol.ADD.icon(), _ -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        Button everybody = new Button(
                Texts.of("administration.everybody-out"), Symbol.SIGN_OUT.icon(), _ -> askToSignOutEverybody());
        filter.setPlaceholder(Texts.of("administration.users-filter"));
        filter.setAriaLabel(Texts.of("administration.users-filter"));
        filter.setPrefixComponent(Symbol.SEARCH.icon());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rememberFilter();
            }
            refresh();
        });
        count.addClassName("tf-quiet");
        count.getElement().setAttribute("role", "status");
        Div toolbar = new Div(filter, count);
        toolbar.addClassName("tf-toolbar");
        add(
                new PageHeader(
                        Texts.of("administration.users"), Texts.of("administration.users-sentence"), everybody, invite),
                toolbar,
                content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(FILTER).ifPresent(filter::setValue);
        refresh();
    }

    private void invite() {
        new InviteDialog(users, this::refresh).open();
    }

    private void askToSignOutEverybody() {
        List<UserRow> rows = users.rows();
        int sessions = rows.stream().mapToInt(UserRow::sessions).sum();
        long people = rows.stream().filter(row -> row.sessions() > 0).count();
        new AskDialog(
                        Texts.of("administration.everybody-out-title"),
                        Texts.of("administration.everybody-out-text", sessions, people),
                        Texts.of("administration.everybody-out"),
                        () -> {
                            users.signOutEverybody();
                            signOut.now();
                            return "";
                        })
                .open();
    }

    private void refresh() {
        List<UserRow> all = users.rows();
        String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        List<UserRow> shown = all.stream().filter(row -> matches(row, wanted)).toList();
        count.setText(
                wanted.isEmpty()
                        ? Texts.of("administration.users-count", all.size())
                        : Texts.of("administration.users-shown", shown.size(), all.size()));
        grid.setItems(shown);
        content.removeAll();
        content.add(shown.isEmpty() ? nothing() : grid);
    }

    private EmptyState nothing() {
        Button clear = new Button(Texts.of("administration.users-clear"), _ -> {
            filter.clear();
            rememberFilter();
        });
        return new EmptyState(
                Symbol.SEARCH,
                Texts.of("administration.users-none", filter.getValue()),
                Texts.of("administration.users-none-text"),
                clear);
    }

    private static boolean matches(UserRow row, String wanted) {
        String email = row.email();
        return Stream.of(
                        row.user().displayName(),
                        row.user().name(),
                        email == null ? "" : email,
                        row.user().role().label(),
                        UserWords.status(row))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void rememberFilter() {
        QueryParameters parameters =
                filter.isEmpty() ? QueryParameters.empty() : QueryParameters.of(FILTER, filter.getValue());
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, parameters)));
    }
}
