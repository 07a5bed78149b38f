package tallyfold.security.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a sign-in sent from another site, and one that names its own place to go afterwards. Vaadin exempts the
 * sign-in from the CSRF token and would follow such a parameter anywhere.
 */
final class SignInOriginFilter extends OncePerRequestFilter {

    private static final String TARGET_PARAMETER = "Saved-url";
    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SIGN_IN.matches(request)
                && ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                        || request.getParameter(TARGET_PARAMETER) != null)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
