package tallyfold.security.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads every page to the set-up while there is no user, and the set-up to the sign-in from then on. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class FirstRunFilter extends OncePerRequestFilter {

    private static final String SETUP = "/setup";

    private final UserRepository users;

    FirstRunFilter(UserRepository users) {
        this.users = users;
    }

    /** Spring Boot would run it for every request outside of the security chain as well. */
    @Bean
    static FilterRegistrationBean<FirstRunFilter> firstRunFilterOutsideOfTheChain(FirstRunFilter filter) {
        FilterRegistrationBean<FirstRunFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPage(request)) {
            boolean setup = path(request).equals(SETUP);
            if (setup != users.isEmpty()) {
                response.sendRedirect(request.getContextPath() + (setup ? "/login" : SETUP));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Not Vaadin's own requests, nor files, nor the probe of a supervisor, nor the page of an error. */
    private static boolean isPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getParameter("v-r") == null
                && !PublicPaths.isFile(request);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
