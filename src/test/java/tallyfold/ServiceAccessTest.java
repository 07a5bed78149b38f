package tallyfold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.util.SimpleMethodInvocation;
import tallyfold.security.Role;
import tallyfold.security.internal.SignedInUser;
import tallyfold.support.TestUsers;

/** Every method of every service against every role, in a table that has to be extended with each new service. */
@SuppressWarnings("NullAway")
class ServiceAccessTest {

    private static final String ANYBODY = "ANYBODY";
    private static final String VIEWER = "VIEWER";
    private static final String MANAGER = "PROJECT_MANAGER";
    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Whoever signed in with a password that somebody else chose, though an administrator. */
    private static final String CHOOSING = "CHOOSING";

    /** The least role that may call a service's methods, but for those that are listed below. */
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("AuditService", ADMINISTRATOR),
            Map.entry("BackupService", ADMINISTRATOR),
            Map.entry("ColleagueService", MANAGER),
            Map.entry("ConnectionService", MANAGER),
            Map.entry("DiagnosisService", ADMINISTRATOR),
            Map.entry("FavouriteService", VIEWER),
            Map.entry("FieldMappingService", MANAGER),
            Map.entry("GettingStartedService", ADMINISTRATOR),
            Map.entry("HelpService", VIEWER),
            Map.entry("ImportService", MANAGER),
            Map.entry("InstallationService", VIEWER),
            Map.entry("InvitationService", ANYBODY),
            Map.entry("ItemTextService", VIEWER),
            Map.entry("KeyDateService", VIEWER),
            Map.entry("KeyService", ADMINISTRATOR),
            Map.entry("LinkService", MANAGER),
            Map.entry("MappedFieldService", VIEWER),
            Map.entry("MailSettingsService", ADMINISTRATOR),
            Map.entry("NotificationService", VIEWER),
            Map.entry("NetworkSettingsService", ADMINISTRATOR),
            Map.entry("PeopleService", VIEWER),
            Map.entry("PortfolioService", VIEWER),
            Map.entry("ProfileService", VIEWER),
            Map.entry("ProgressRuleService", VIEWER),
            Map.entry("ProgressService", VIEWER),
            Map.entry("ProjectService", VIEWER),
            Map.entry("ProjectSettingsService", MANAGER),
            Map.entry("RunHistoryService", VIEWER),
            Map.entry("SavedViewService", VIEWER),
            Map.entry("SetupService", ANYBODY),
            Map.entry("StandingService", VIEWER),
            Map.entry("StateHistoryService", VIEWER),
            Map.entry("StatusService", VIEWER),
            Map.entry("SyncScheduleService", ADMINISTRATOR),
            Map.entry("SyncService", VIEWER),
            Map.entry("SystemService", ADMINISTRATOR),
            Map.entry("UserService", ADMINISTRATOR),
            Map.entry("WebhookSettingsService", ADMINISTRATOR),
            Map.entry("WorkItemService", VIEWER));

    /** Methods that ask for more, or less, than their service. */
    private static final Map<String, Set<String>> METHODS = Map.of(
            ANYBODY, Set.of("HelpService.signInArticle"),
            CHOOSING, Set.of("ProfileService.choosePassword"),
            MANAGER,
                    Set.of(
                            "KeyDateService.save",
                            "PortfolioService.change",
                            "PortfolioService.create",
                            "PortfolioService.delete",
                            "PortfolioService.place",
                            "ProgressRuleService.reset",
                            "ProgressRuleService.save",
                            "ProjectService.create",
                            "ProjectService.rename",
                            "StatusService.update",
                            "SyncService.cancel",
                            "SyncService.cancelWaiting",
                            "SyncService.fullSync",
                            "SyncService.retry",
                            "SyncService.syncAll",
                            "SyncService.syncLink",
                            "SyncService.syncLinks",
                            "SyncService.syncNow"),
            ADMINISTRATOR,
                    Set.of(
                            "ConnectionService.candidates",
                            "ConnectionService.check",
                            "ConnectionService.create",
                            "ConnectionService.delete",
                            "ConnectionService.edit",
                            "ConnectionService.people",
                            "ConnectionService.replaceToken",
                            "ConnectionService.usage",
                            "HelpService.votes",
                            "InstallationService.rename"));

    private static final Map<String, Class<?>> FOUND = services();

    static Stream<String> servicesFound() {
        return FOUND.keySet().stream();
    }

    @Test
    void findsTheServices() {
        assertThat(FOUND).containsKeys("UserService", "ProjectService");
        assertThat(METHODS.values().stream().flatMap(Set::stream))
                .allSatisfy(name -> assertThat(FOUND).containsKey(name.substring(0, name.indexOf('.'))));
    }

    @ParameterizedTest
    @MethodSource("servicesFound")
    void isOpenForWhomTheTableSays(String service) {
        assertThat(SERVICES).as("say here who may call the service").containsKey(service);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        Class<?> type = FOUND.get(service);
        for (Method method : methods(type)) {
            String name = service + "." + method.getName();
            String least = METHODS.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(SERVICES.get(service));
            expected.put(name, allowedFrom(least));
            actual.put(name, allowed(type, method));
        }
        assertThat(actual).isNotEmpty().isEqualTo(expected);
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static String allowedFrom(String least) {
        if (least.equals(CHOOSING)) {
            return CHOOSING;
        }
        return Stream.concat(
                        Stream.of(ANYBODY, CHOOSING).filter(_ -> least.equals(ANYBODY)),
                        Arrays.stream(Role.values())
                                .filter(role -> least.equals(ANYBODY) || role.includes(Role.valueOf(least)))
                                .map(Role::name))
                .collect(Collectors.joining(" "));
    }

    /** Asks Spring Security itself, with the authorities that a sign-in gives. */
    private static String allowed(Class<?> type, Method method) {
        Object service = mock(type);
        Authentication nobody =
                new AnonymousAuthenticationToken("key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        Authentication choosing =
                new SignedInUser(TestUsers.user(Role.ADMINISTRATOR, "anna"), Instant.EPOCH, true).authentication();
        return Stream.concat(
                        Stream.concat(
                                Stream.of(ANYBODY).filter(_ -> opens(service, method, nobody)),
                                Stream.of(CHOOSING).filter(_ -> opens(service, method, choosing))),
                        Arrays.stream(Role.values())
                                .filter(role -> opens(
                                        service,
                                        method,
                                        TestUsers.contextOf(TestUsers.user(role, "anna"))
                                                .getAuthentication()))
                                .map(Role::name))
                .collect(Collectors.joining(" "));
    }

    private static boolean opens(Object service, Method method, Authentication visitor) {
        PreAuthorizeAuthorizationManager manager = new PreAuthorizeAuthorizationManager();
        AuthorizationResult result = manager.authorize(
                () -> visitor, new SimpleMethodInvocation(service, method, new Object[method.getParameterCount()]));
        // Without a rule there is no result, and what is not allowed is denied.
        return result != null && result.isGranted();
    }

    private static Map<String, Class<?>> services() {
        Map<String, Class<?>> services = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tallyfold")) {
            if (type.getSimpleName().endsWith("Service") && !type.isInterface()) {
                services.put(type.getSimpleName(), type.reflect());
            }
        }
        return services;
    }
}
