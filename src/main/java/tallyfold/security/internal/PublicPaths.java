package tallyfold.security.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Static files and probes that need no sign-in, by name. */
final class PublicPaths {

    static final String[] STATIC = {
        "/styles.css", "/css/**", "/aura/**", "/icons.svg", "/brand/**", "/favicon.*", "/help-images/**", "/webjars/**"
    };

    static final String HEALTH = "/actuator/health/**";

    private static final RequestMatcher FILES = matcher(STATIC, "/VAADIN/**", "/actuator/**", "/error");

    private PublicPaths() {}

    /** Whether a request is for something else than a page of the product. */
    static boolean isFile(HttpServletRequest request) {
        return FILES.matches(request);
    }

    static RequestMatcher matcher(String[] patterns, String... more) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Stream.concat(Arrays.stream(patterns), Arrays.stream(more))
                .<RequestMatcher>map(paths::matcher)
                .toList());
    }
}
