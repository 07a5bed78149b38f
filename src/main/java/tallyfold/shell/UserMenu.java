package tallyfold.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.security.SignOut;
import tallyfold.security.User;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Who is signed in, light or dark, and the way out. */
final class UserMenu extends Div {

    private static final String COOKIE = "tallyfold-scheme";
    private static final int ONE_YEAR = 365 * 24 * 60 * 60;

    private final Popover menu = new Popover();

    UserMenu(User user, SignOut signOut) {
        Avatar avatar = new Avatar(user.displayName());
        avatar.setAbbreviation(initials(user.displayName()));
        avatar.getElement().setAttribute("aria-hidden", "true");
        Button self = new Button(avatar);
        self.addThemeVariants(ButtonVariant.TERTIARY);
        Span spoken = new Span(Texts.of("shell.user-menu", user.displayName()));
        spoken.addClassName("tf-visually-hidden");
        self.getElement().appendChild(spoken.getElement());
        self.addClassName("tf-user-button");
        Span name = new Span(user.displayName());
        name.addClassName("tf-name");
        Span signInName = new Span(user.name() + " · " + user.role().label());
        signInName.addClassName("tf-second-line");
        Div who = new Div(name, signInName);
        who.addClassName("tf-user");
        Div schemes = new Div(
                scheme("shell.scheme-system", Symbol.SETTINGS, ColorScheme.Value.SYSTEM),
                scheme("shell.scheme-light", Symbol.SUN, ColorScheme.Value.LIGHT),
                scheme("shell.scheme-dark", Symbol.MOON, ColorScheme.Value.DARK));
        schemes.addClassName("tf-user-part");
        Div account = new Div(
                line(Symbol.PERSON, "shell.profile", () -> UI.getCurrent().navigate("profile")));
        account.addClassName("tf-user-part");
        Div end = new Div(line(Symbol.SIGN_OUT, "shell.sign-out", signOut::now));
        end.addClassName("tf-user-part");
        menu.setTarget(self);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.setAriaLabel(Texts.of("shell.user-menu", user.displayName()));
        menu.addClassName("tf-user-menu");
        menu.add(who, account, schemes, end);
        add(self, menu);
    }

    /** First letters of the first and the last word; of a single word, its first letter. */
    static String initials(String name) {
        String whole = name.strip();
        int lastWord = whole.lastIndexOf(' ') + 1;
        return (first(whole) + (lastWord == 0 ? "" : first(whole.substring(lastWord)))).toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }

    private Button scheme(String textKey, Symbol symbol, ColorScheme.Value value) {
        return line(symbol, textKey, () -> {
            UI.getCurrent().getPage().setColorScheme(value);
            remember(value);
        });
    }

    private Button line(Symbol symbol, String textKey, Runnable chosen) {
        Button line = new Button(Texts.of(textKey), symbol.icon(), _ -> {
            menu.close();
            chosen.run();
        });
        line.addThemeVariants(ButtonVariant.TERTIARY);
        return line;
    }

    private static void remember(ColorScheme.Value value) {
        Cookie cookie = new Cookie(COOKIE, value.name());
        cookie.setPath("/");
        cookie.setMaxAge(ONE_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        cookie.setSecure(request != null && request.isSecure());
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
