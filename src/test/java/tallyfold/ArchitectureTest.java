package tallyfold;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.kernel.Secret;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(
        packages = {"tallyfold", "simulator"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] ENGINE = {"tallyfold.sync..", "tallyfold.workitem..", "tallyfold.azuredevops.."};

    @ArchTest
    static final ArchRule FLOORS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("tallyfold..")
            .withOptionalLayers(true)
            .layer("roof")
            .definedBy("tallyfold", "tallyfold.shell..", "tallyfold.demo..", "tallyfold.command..")
            .layer("7")
            .definedBy("tallyfold.administration..", "tallyfold.help..")
            .layer("6")
            .definedBy("tallyfold.portfolio..", "tallyfold.notification..")
            .layer("5")
            .definedBy("tallyfold.progress..")
            .layer("4")
            .definedBy("tallyfold.sync..")
            .layer("3")
            .definedBy("tallyfold.workitem..")
            .layer("2")
            .definedBy("tallyfold.project..")
            .layer("1")
            .definedBy("tallyfold.connection..")
            .layer("adapter")
            .definedBy("tallyfold.azuredevops..")
            .layer("ground")
            .definedBy(
                    "tallyfold.vault..",
                    "tallyfold.provider..",
                    "tallyfold.security..",
                    "tallyfold.audit..",
                    "tallyfold.uikit..")
            .layer("way out")
            .definedBy("tallyfold.network..")
            .layer("cellar")
            .definedBy("tallyfold.kernel..")
            .whereLayer("roof")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("7")
            .mayOnlyBeAccessedByLayers("roof")
            .whereLayer("6")
            .mayOnlyBeAccessedByLayers("roof", "7")
            .whereLayer("5")
            .mayOnlyBeAccessedByLayers("roof", "7", "6")
            .whereLayer("4")
            .mayOnlyBeAccessedByLayers("roof", "7", "6", "5")
            .whereLayer("3")
            .mayOnlyBeAccessedByLayers("roof", "7", "6", "5", "4")
            .whereLayer("2")
            .mayOnlyBeAccessedByLayers("roof", "7", "6", "5", "4", "3")
            .whereLayer("1")
            .mayOnlyBeAccessedByLayers("roof", "7", "6", "5", "4", "3", "2")
            .whereLayer("adapter")
            .mayOnlyBeAccessedByLayers("roof")
            .whereLayer("way out")
            .mayOnlyBeAccessedByLayers("roof", "7", "6", "5", "4", "3", "2", "1", "adapter", "ground")
            .whereLayer("ground")
            .mayOnlyBeAccessedByLayers("roof", "7", "6", "5", "4", "3", "2", "1", "adapter", "ground")
            .because("arrows point down only: down by call, up by event");

    @ArchTest
    static final ArchRule KERNEL_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("tallyfold.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "tallyfold.kernel..", "org.jspecify.annotations..", "org.springframework.modulith..")
            .because("everybody depends on the kernel, so whatever it needs everybody would need");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackages("tallyfold.azuredevops..", "tallyfold.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tallyfold.azuredevops..")
            .because("a source system is a Provider bean; a second one must be one new package and no change");

    @ArchTest
    static final ArchRule SIMULATOR_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("simulator..")
            .should()
            .dependOnClassesThat(
                    not(resideInAnyPackage("java..", "com.sun.net.httpserver..", "simulator..", "org.jspecify..")))
            .allowEmptyShould(true)
            .because("it is a second opinion on Azure DevOps; sharing code with the product would share its mistakes");

    @ArchTest
    static final ArchRule ONLY_DEMO_KNOWS_THE_SIMULATOR = noClasses()
            .that()
            .resideOutsideOfPackages("simulator..", "tallyfold.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("simulator..")
            .because("the product must not behave differently because a simulator is near");

    @ArchTest
    static final ArchRule NO_VAGUE_NAMES = noClasses()
            .that(not(nestedOrEnumNamed("ProjectManager")))
            .should()
            .haveNameMatching(
                    "(?i).*(\\.(utils?|common|impl|managers?|helpers?)(\\..*|$)|(Utils?|Common|Impl|Manager|Helper)$)")
            .because("a name that fits everything says nothing of what belongs there");

    @ArchTest
    static final ArchRule SQL_STAYS_INTERNAL = classes()
            .that()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .resideInAPackage("..internal..")
            .because("a table has one owner; others ask its services or stores");

    @ArchTest
    static final ArchRule SQL_ONLY_IN_REPOSITORIES_AND_THEIR_LIKE = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ui..",
                    "tallyfold.shell..",
                    "tallyfold.uikit..",
                    "tallyfold.provider..",
                    "tallyfold.network..",
                    "tallyfold.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
            .because("a view that queries goes around the rights its service checks");

    @ArchTest
    static final ArchRule VIEWS_DO_NOT_TOUCH_THE_ENGINE = noClasses()
            .that()
            .resideInAPackage("tallyfold..ui..")
            .or()
            .resideInAPackage("tallyfold.shell..")
            .should()
            .dependOnClassesThat(are(resideInAPackage("tallyfold..")
                    .and(simpleNameEndingWith("Store")
                            .or(simpleNameEndingWith("Sessions"))
                            .or(simpleNameEndingWith("Queue"))
                            .or(simpleNameEndingWith("Repository")))))
            .because("stores, sessions and queues check no rights: no user stands behind the engine's threads");

    @ArchTest
    static final ArchRule SERVICES_KNOW_NO_SCREEN = noClasses()
            .that()
            .haveSimpleNameEndingWith("Service")
            .or()
            .haveSimpleNameEndingWith("Store")
            .or()
            .haveSimpleNameEndingWith("Repository")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because("what a service says must be usable without a browser");

    @ArchTest
    static final ArchRule SERVICES_CHECK_RIGHTS = methods()
            .that()
            .areDeclaredInClassesThat(areServices())
            .and()
            .arePublic()
            .and()
            .areNotStatic()
            .should(beGuarded())
            .because("views are not the only way in, and what is not allowed is denied");

    @ArchTest
    static final ArchRule EVERY_PAGE_SAYS_WHO_MAY_SEE_IT = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should(carryExactlyOneAccessAnnotation())
            .because("a page without one is refused to everybody, one with two is a riddle");

    @ArchTest
    static final ArchRule ONLY_THE_VAULT_AND_THE_WIRE_SEE_SECRETS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "tallyfold.vault..",
                    "tallyfold.network..",
                    "tallyfold.azuredevops.http..",
                    "tallyfold.notification.wire..",
                    "tallyfold.kernel..")
            .should()
            .callMethod(Secret.class, "reveal")
            .orShould()
            .callMethod(Secret.class, "revealUtf8")
            .because("a token that nobody else can read cannot leak through anybody else");

    @ArchTest
    static final ArchRule NO_JAVA_NET_URL = noClasses()
            .should()
            .dependOnClassesThat(are(new DescribedPredicate<>("java.net.URL") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isEquivalentTo(URL.class);
                }
            }))
            .because("it resolves names when compared and reads addresses differently from java.net.URI");

    @ArchTest
    static final ArchRule NO_JAVA_DESERIALIZATION = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("what others send must not choose which classes are made of it");

    @ArchTest
    static final ArchRule ENGINE_TAKES_TIME_FROM_A_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now")
            .allowEmptyShould(true)
            .because("waiting and expiry are tested by moving a clock, not by waiting");

    @ArchTest
    static final ArchRule ENGINE_DOES_NOT_SLEEP = noClasses()
            .that()
            .resideInAnyPackage(ENGINE)
            .should(callMethodNamed(Thread.class, "sleep"))
            .allowEmptyShould(true)
            .because("a sleeping thread can be neither hurried in a test nor stopped at shutdown");

    @ArchTest
    static final ArchRule NO_NETWORK_IN_A_TRANSACTION = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Transactional.class)
            .should(notCallTheNetwork())
            .allowEmptyShould(true)
            .because("a slow answer would hold locks, and a rolled-back transaction cannot take a request back");

    @ArchTest
    static final ArchRule NO_FRONTEND_THAT_FORCES_A_BUNDLE = noClasses()
            .should()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.CssImport")
            .orShould()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.JsModule")
            .orShould()
            .beAnnotatedWith("com.vaadin.flow.component.dependency.NpmPackage")
            .because("they make the build ask for Node; static files with @StyleSheet and @JavaScript do not");

    @ArchTest
    static final ArchRule NO_INLINE_STYLES = noClasses()
            .that()
            .resideInAPackage("tallyfold..")
            .should()
            .callMethod(com.vaadin.flow.component.HasStyle.class, "getStyle")
            .orShould()
            .callMethod(com.vaadin.flow.dom.Element.class, "getStyle")
            .because("looks live in the style sheets, where light and dark and small screens are handled");

    @Test
    void modulesKeepTheirBorders() {
        ApplicationModules.of(TallyfoldApplication.class).verify();
    }

    @ArchTest
    static void thereAreViewsAndServicesToCheck(JavaClasses all) {
        assertThat(all.stream().filter(type -> type.isAnnotatedWith(Route.class)))
                .isNotEmpty();
        assertThat(all.stream().filter(areServices())).isNotEmpty();
    }

    private static DescribedPredicate<JavaClass> nestedOrEnumNamed(String name) {
        return DescribedPredicate.describe(
                "named after the role", type -> type.getSimpleName().startsWith(name));
    }

    private static DescribedPredicate<JavaClass> areServices() {
        return DescribedPredicate.describe(
                "are services for people",
                type -> type.getSimpleName().endsWith("Service")
                        && type.getPackageName().startsWith("tallyfold")
                        && !type.isInterface());
    }

    private static ArchCondition<JavaMethod> beGuarded() {
        return condition("say who may call them", (method, problems) -> {
            boolean guarded = method.isAnnotatedWith(PreAuthorize.class)
                    || method.getOwner().isAnnotatedWith(PreAuthorize.class)
                    || method.getModifiers().contains(JavaModifier.SYNTHETIC);
            problems.add(new SimpleConditionEvent(
                    method,
                    guarded,
                    method.getFullName() + (guarded ? " is" : " is not") + " guarded by @PreAuthorize"));
        });
    }

    private static ArchCondition<JavaClass> carryExactlyOneAccessAnnotation() {
        List<Class<? extends Annotation>> access =
                List.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class, DenyAll.class);
        return condition("carry exactly one access annotation", (type, problems) -> {
            long carried = access.stream().filter(type::isAnnotatedWith).count();
            problems.add(new SimpleConditionEvent(
                    type, carried == 1, type.getName() + " carries " + carried + " access annotations"));
        });
    }

    private static ArchCondition<JavaClass> callMethodNamed(Class<?> owner, String name) {
        return condition(
                "call " + owner.getSimpleName() + "." + name,
                (type, problems) -> type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(owner)
                                && call.getName().equals(name))
                        .forEach(call -> problems.add(SimpleConditionEvent.satisfied(type, call.getDescription()))));
    }

    /** Follows calls inside the product three deep; what an interface hides it cannot see. */
    private static ArchCondition<JavaMethod> notCallTheNetwork() {
        Predicate<JavaClass> network = type -> type.isAssignableTo(HttpClient.class)
                || type.getName().startsWith("org.springframework.web.client.")
                || type.getName().startsWith("org.springframework.mail.javamail.")
                || Set.of("tallyfold.provider.Provider", "tallyfold.provider.ProviderSession")
                        .contains(type.getName());
        return condition(
                "not call the network",
                (method, problems) -> reached(method, 3)
                        .flatMap(reached -> reached.getMethodCallsFromSelf().stream())
                        .filter(call -> network.test(call.getTargetOwner()))
                        .forEach(call -> problems.add(SimpleConditionEvent.violated(method, call.getDescription()))));
    }

    private static Stream<JavaMethod> reached(JavaMethod method, int depth) {
        return depth == 0
                ? Stream.of(method)
                : Stream.concat(
                        Stream.of(method),
                        method.getMethodCallsFromSelf().stream()
                                .flatMap(call -> call.getTarget().resolveMember().stream())
                                .filter(target ->
                                        target.getOwner().getPackageName().startsWith("tallyfold"))
                                .filter(target -> !target.equals(method))
                                .flatMap(target -> reached(target, depth - 1)));
    }

    private interface Check<T> {
        void check(T item, ConditionEvents problems);
    }

    private static <T> ArchCondition<T> condition(String description, Check<T> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.check(item, events);
            }
        };
    }
}
