package tallyfold.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.security.SignOut;
import tallyfold.security.User;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Who is signed in, light or dark, and the way out. */
final class UserMenu extends MenuBar {

    private static final String COOKIE = "tallyfold-scheme";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    UserMenu(User user, SignOut signOut) {
        addThemeVariants(MenuBarVariant.TERTIARY);
        Avatar avatar = new Avatar(user.displayName());
        MenuItem self = addItem(avatar);
        self.setAriaLabel(Texts.of("shell.user-menu", user.displayName()));
        SubMenu menu = self.getSubMenu();
        Div who = new Div(
                new Span(user.displayName()),
                second(user.name() + " · " + user.role().label()));
        who.addClassName("tf-user");
        menu.addItem(who).setEnabled(false);
        menu.addSeparator();
        scheme(menu, "shell.scheme-system", Symbol.SETTINGS, ColorScheme.Value.SYSTEM);
        scheme(menu, "shell.scheme-light", Symbol.SUN, ColorScheme.Value.LIGHT);
        scheme(menu, "shell.scheme-dark", Symbol.MOON, ColorScheme.Value.DARK);
        menu.addSeparator();
        menu.addItem(line(Symbol.SIGN_OUT, "shell.sign-out"), _ -> signOut.now());
    }

    private static Span second(String text) {
        Span line = new Span(text);
        line.addClassName("tf-second-line");
        return line;
    }

    private static void scheme(SubMenu menu, String textKey, Symbol symbol, ColorScheme.Value value) {
        menu.addItem(line(symbol, textKey), _ -> {
            UI.getCurrent().getPage().setColorScheme(value);
            remember(value);
        });
    }

    private static Div line(Symbol symbol, String textKey) {
        Div line = new Div(symbol.icon(), new Span(Texts.of(textKey)));
        line.addClassName("tf-menu-line");
        return line;
    }

    private static void remember(ColorScheme.Value value) {
        Cookie cookie = new Cookie(COOKIE, value.name());
        cookie.setPath("/");
        cookie.setMaxAge(ONE_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        @Nullable VaadinResponse response = VaadinResponse.getCurrent();
        if (response != null) {
            response.addCookie(cookie);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        remembered().ifPresent(event.getUI().getPage()::setColorScheme);
    }

    private static Optional<ColorScheme.Value> remembered() {
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        Cookie @Nullable [] cookies = request == null ? null : request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .flatMap(cookie -> Arrays.stream(ColorScheme.Value.values())
                        .filter(value -> value.name().equals(cookie.getValue())))
                .findFirst();
    }
}
