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
 */
public record SignInRefusal(String name, @Nullable Instant until) implements Serializable {

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
}
