package tallyfold.security.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads whoever signed in with a password that somebody else chose to the page where they choose one, and closes every
 * other address to them: pages, downloads and whatever a controller serves. What pages do among themselves is held by
 * {@link GivenPasswordGuard}, what services do by the roles that such a session does not have.
 */
final class GivenPasswordFilter extends OncePerRequestFilter {

    private static final String ROOT = "/";

    /** Files of the product; what was made for somebody is among Vaadin's dynamic ones. */
    private static final RequestMatcher FILES = PublicPaths.matcher(
            PublicPaths.STATIC, PublicPaths.HEALTH, "/VAADIN/build/**", "/VAADIN/push", "/VAADIN/static/**", "/error");

    private static final RequestMatcher OPEN =
            PublicPaths.matcher(new String[] {"/" + GivenPassword.PATH, "/" + GivenPassword.HELP, "/login", "/logout"});

    private final SecurityContextHolderStrategy strategy;

    GivenPasswordFilter(SecurityContextHolderStrategy strategy) {
        this.strategy = strategy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = strategy.getContext().getAuthentication();
        boolean given = authentication != null
                && authentication.getPrincipal() instanceof SignedInUser principal
                && principal.passwordGiven();
        if (!given || FILES.matches(request) || OPEN.matches(request) || isVaadins(request)) {
            chain.doFilter(request, response);
        } else if (HttpMethod.GET.matches(request.getMethod()) && !PublicPaths.isFile(request)) {
            if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
                GivenPassword.want(request);
            }
            response.sendRedirect(request.getContextPath() + "/" + GivenPassword.PATH);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** What an open page asks of the server; always at the root, where nothing else answers. */
    private static boolean isVaadins(HttpServletRequest request) {
        return request.getParameter("v-r") != null
                && request.getRequestURI()
                        .substring(request.getContextPath().length())
                        .equals(ROOT);
    }
}
