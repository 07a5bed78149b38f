package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserService;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Who may sign in, and in which role. */
@Route("users")
@PageTitle("Users")
@RolesAllowed(Role.ADMINISTRATOR_ROLE)
final class UsersView extends Div {

    private final UserService users;
    private final Grid<User> grid = new Grid<>();

    UsersView(UserService users) {
        this.users = users;
        addClassNames("tf-page", "tf-page-fill");
        Button add = new Button(Texts.of("administration.invite"), Symbol.ADD.icon(), _ -> invite());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        grid.addColumn(User::displayName)
                .setHeader(Texts.of("administration.user-display-name"))
                .setFlexGrow(2);
        grid.addColumn(User::name)
                .setHeader(Texts.of("administration.user-name"))
                .setFlexGrow(2);
        grid.addColumn(user -> user.role().label()).setHeader(Texts.of("administration.user-role"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", Texts.of("administration.users"));
        grid.setAllRowsVisible(true);
        add(new PageHeader(Texts.of("administration.users"), Texts.of("administration.users-sentence"), add), grid);
        refresh();
    }

    private void invite() {
        new AddUserDialog(users, this::refresh).open();
    }

    private void refresh() {
        grid.setItems(users.list());
    }
}
