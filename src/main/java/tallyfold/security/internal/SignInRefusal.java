package tallyfold.security.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * What the sign-in page says after a refused attempt; kept in the session, because an address could be forged.
 *
 * @param name as typed, to be filled in again
 * @param until when to try again; null when the name or the password was wrong
 * @param reason after single sign-on; else null
 */
public record SignInRefusal(
        String name, @Nullable Instant until, @Nullable Reason reason) implements Serializable {

    /** Why somebody who came by single sign-on was refused. */
    public enum Reason {
        PROVIDER_UNREACHABLE("TF-SIGN-04", "provider-unreachable"),
        NO_ROLE("TF-SIGN-05", "no-role"),
        DISABLED("TF-SIGN-06", "disabled"),
        PROVIDER_REFUSED("TF-SIGN-07", "provider-refused");

        private final String number;
        private final String key;

        Reason(String number, String key) {
            this.number = number;
            this.key = key;
        }

        /** By which the help explains it. */
        public String number() {
            return number;
        }

        /** Of the sentence people read; it takes the name of the provider. */
        public String textKey() {
            return "security.single-sign-on." + key;
        }

        /** For the audit log. */
        String words() {
            return key.replace('-', ' ');
        }
    }

    /** After a name and a password. */
    public SignInRefusal(String name, @Nullable Instant until) {
        this(name, until, null);
    }

    /** The session attribute it is kept in. */
    public static final String ATTRIBUTE = SignInRefusal.class.getName();

    /** Where a refused attempt leads. */
    static final String ADDRESS = "/login?error";

    static void redirect(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String name = request.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY);
        boolean keepable = name != null && name.length() <= UserNames.MAX_LENGTH;
        Instant until = cause instanceof SignInBlockedException blocked ? blocked.until() : null;
        request.getSession().setAttribute(ATTRIBUTE, new SignInRefusal(keepable ? name : "", until));
        response.sendRedirect(request.getContextPath() + ADDRESS);
    }

    static void redirect(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        request.getSession().setAttribute(ATTRIBUTE, new SignInRefusal("", null, reason));
        response.sendRedirect(request.getContextPath() + ADDRESS);
    }
}
