package tallyfold;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tallyfold.security.Role;

/** Every page against every role, in a table that has to be extended with each new page. */
class RouteAccessTest {

    private static final String ANYBODY = "anybody";

    /** Who may open a page: anybody, or a role and all that include it. */
    private static final Map<String, String> DECLARED = Map.ofEntries(
            Map.entry("login", ANYBODY),
            Map.entry("setup", ANYBODY),
            Map.entry("choose-password", Role.VIEWER_ROLE),
            Map.entry("help/sign-in", ANYBODY),
            Map.entry("help", Role.VIEWER_ROLE),
            Map.entry("help/:article", Role.VIEWER_ROLE),
            Map.entry("projects", Role.VIEWER_ROLE),
            Map.entry("portfolios", Role.VIEWER_ROLE),
            Map.entry("portfolios/:portfolio", Role.VIEWER_ROLE),
            Map.entry("portfolios/:portfolio/report", Role.VIEWER_ROLE),
            Map.entry("projects/sync-status", Role.VIEWER_ROLE),
            Map.entry(
                    "projects/:project/:tab?(summary|iterations|team|schedule|work-items|history|settings)",
                    Role.VIEWER_ROLE),
            Map.entry("connections", Role.PROJECT_MANAGER_ROLE),
            Map.entry("getting-started", Role.ADMINISTRATOR_ROLE),
            Map.entry("settings", Role.ADMINISTRATOR_ROLE),
            Map.entry("system", Role.ADMINISTRATOR_ROLE),
            Map.entry("keys", Role.ADMINISTRATOR_ROLE),
            Map.entry("backup", Role.ADMINISTRATOR_ROLE),
            Map.entry("profile", Role.VIEWER_ROLE),
            Map.entry("notifications", Role.VIEWER_ROLE),
            Map.entry("invite/:token", ANYBODY),
            Map.entry("audit", Role.ADMINISTRATOR_ROLE),
            Map.entry("users", Role.ADMINISTRATOR_ROLE));

    private static final Map<String, Class<?>> PAGES = pages();

    static Stream<String> pagesFound() {
        return PAGES.keySet().stream();
    }

    @Test
    void findsThePages() {
        assertThat(PAGES).containsKeys("login", "setup");
    }

    @ParameterizedTest
    @MethodSource("pagesFound")
    void opensForWhomTheTableSays(String path) {
        assertThat(DECLARED).as("say here who may open the page").containsKey(path);
        Class<?> page = Objects.requireNonNull(PAGES.get(path));
        Set<String> expected = switch (DECLARED.get(path)) {
            case ANYBODY -> Set.of(ANYBODY, "ADMINISTRATOR", "PROJECT_MANAGER", "VIEWER");
            case String least ->
                Arrays.stream(Role.values())
                        .filter(role -> role.includes(Role.valueOf(least)))
                        .map(Role::name)
                        .collect(Collectors.toSet());
            case null -> Set.of();
        };
        assertThat(allowed(page)).isEqualTo(expected);
    }

    private static Set<String> allowed(Class<?> page) {
        List<Optional<Role>> visitors = Stream.concat(
                        Stream.of(Optional.<Role>empty()),
                        Arrays.stream(Role.values()).map(Optional::of))
                .toList();
        return visitors.stream()
                .filter(visitor -> opens(page, visitor.orElse(null)))
                .map(visitor -> visitor.map(Role::name).orElse(ANYBODY))
                .collect(Collectors.toSet());
    }

    /** Asks as Vaadin does, with the authorities that a sign-in gives. */
    private static boolean opens(Class<?> page, @Nullable Role role) {
        Set<String> authorities = role == null
                ? Set.of()
                : role.included().stream().map(Role::name).collect(Collectors.toSet());
        return new AccessAnnotationChecker().hasAccess(page, role == null ? null : () -> "anna", authorities::contains);
    }

    private static Map<String, Class<?>> pages() {
        Map<String, Class<?>> pages = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tallyfold")) {
            if (type.isAnnotatedWith(Route.class)) {
                pages.put(type.getAnnotationOfType(Route.class).value(), type.reflect());
            }
        }
        return pages;
    }
}
