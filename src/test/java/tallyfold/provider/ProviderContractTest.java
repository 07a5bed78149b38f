package tallyfold.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tallyfold.kernel.Secret;
import tallyfold.provider.CheckResult.Outcome;

/**
 * What every provider keeps, whatever its source system. A subclass names a provider and an organization with at least
 * one project that has work items.
 */
public abstract class ProviderContractTest {

    /** The provider under test. */
    protected abstract Provider provider();

    /** An organization as the address reader gives it. */
    protected abstract String organization();

    /** A token with every permission. */
    protected abstract String goodToken();

    /** A token of the right shape that nobody issued. */
    protected abstract String unknownToken();

    /** A project with work items. */
    protected abstract RemoteProjectId filledProject();

    /** An id no work item has. */
    protected abstract long missingItem();

    protected ProviderSession open(String token) {
        return open(organization(), null, token);
    }

    protected ProviderSession open(String organization, @Nullable String organizationId, String token) {
        try (Secret secret = Secret.of(token)) {
            return provider()
                    .open(
                            new ConnectionSettings(
                                    organization, provider().endpointOf(organization), organizationId, "anna"),
                            secret);
        }
    }

    protected ConnectionReport check(String token) {
        try (ProviderSession session = open(token)) {
            return session.check(_ -> {});
        }
    }

    @Test
    void describesItselfInFull() {
        ProviderDescriptor descriptor = provider().descriptor();
        assertThat(descriptor.id()).isEqualTo(provider().id());
        assertThat(descriptor.name()).isNotBlank();
        assertThat(descriptor.tokenSteps()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(descriptor.permissions())
                .isNotEmpty()
                .noneMatch(permission -> permission.purpose().isBlank());
    }

    @Test
    void passesEveryCheckWithAGoodToken() {
        ConnectionReport report = check(goodToken());
        assertThat(report.passed()).as("%s", report.checks()).isTrue();
        assertThat(report.owner()).isNotNull();
        assertThat(report.organizationId()).isNotBlank();
        assertThat(report.projectsVisible()).isPositive();
    }

    @Test
    void tellsEachCheckWhenItStartsAndWhenItEnds() {
        List<CheckResult> told = new ArrayList<>();
        try (ProviderSession session = open(goodToken())) {
            ConnectionReport report = session.check(told::add);
            List<CheckResult> ends = told.stream()
                    .filter(result -> result.outcome() != Outcome.RUNNING)
                    .toList();
            assertThat(ends).isEqualTo(report.checks());
            for (CheckResult end : ends) {
                assertThat(told.indexOf(new CheckResult(end.check(), Outcome.RUNNING, null)))
                        .isBetween(0, told.indexOf(end));
            }
        }
    }

    @Test
    void namesThePermissionsAmongItsChecksInTheirOrder() {
        List<String> labels = check(goodToken()).checks().stream()
                .map(result -> result.check().label())
                .toList();
        assertThat(labels)
                .containsSubsequence(provider().descriptor().permissions().stream()
                        .map(ProviderDescriptor.Permission::name)
                        .toList());
    }

    @Test
    void skipsTheRestAfterARefusedToken() {
        ConnectionReport report = check(unknownToken());
        assertThat(report.passed()).isFalse();
        assertThat(report.failure()).get().isInstanceOf(ProviderFailure.TokenRejected.class);
        assertThat(report.owner()).isNull();
        List<Outcome> outcomes =
                report.checks().stream().map(CheckResult::outcome).toList();
        assertThat(outcomes.subList(outcomes.indexOf(Outcome.FAILED) + 1, outcomes.size()))
                .isNotEmpty()
                .containsOnly(Outcome.SKIPPED);
    }

    @Test
    void listsEachProjectOnce() {
        try (ProviderSession session = open(goodToken())) {
            List<RemoteProject> projects = allProjects(session);
            assertThat(projects)
                    .extracting(RemoteProject::id)
                    .doesNotHaveDuplicates()
                    .contains(filledProject());
        }
    }

    @Test
    void readsOneProjectWithItsProcess() {
        try (ProviderSession session = open(goodToken())) {
            RemoteProject project = session.project(filledProject());
            assertThat(project.id()).isEqualTo(filledProject());
            assertThat(project.process()).isNotBlank();
            assertThat(project.webAddress()).isNotNull();
        }
    }

    @Test
    void givesIdsInAscendingOrderAndGoesOnAfterOne() {
        try (ProviderSession session = open(goodToken())) {
            List<Long> ids = allIds(session);
            assertThat(ids).isNotEmpty().isSorted().doesNotHaveDuplicates();
            long middle = ids.get(ids.size() / 2);
            assertThat(session.workItemIds(filledProject(), middle).items()).allMatch(id -> id > middle);
        }
    }

    @Test
    void leavesOutItemsThatAreGone() {
        try (ProviderSession session = open(goodToken())) {
            List<Long> some = allIds(session).stream().limit(3).toList();
            List<Long> asked = new ArrayList<>(some);
            asked.add(1, missingItem());
            assertThat(session.workItems(asked))
                    .extracting(RemoteWorkItem::id)
                    .containsExactlyInAnyOrderElementsOf(some);
            assertThat(session.workItems(List.of(missingItem()))).isEmpty();
            assertThat(session.workItems(List.of())).isEmpty();
        }
    }

    @Test
    void describesWhatTheItemsRefersTo() {
        try (ProviderSession session = open(goodToken())) {
            RemoteStructure structure = session.structure(filledProject());
            Set<String> areas =
                    structure.areas().stream().map(RemoteStructure.Area::path).collect(Collectors.toSet());
            Set<String> iterations = structure.iterations().stream()
                    .map(RemoteStructure.Iteration::path)
                    .collect(Collectors.toSet());
            Set<String> states = new HashSet<>();
            structure.types().forEach(type -> type.states().forEach(state -> states.add(type.name() + state.name())));
            for (RemoteWorkItem item :
                    session.workItems(allIds(session).stream().limit(100).toList())) {
                assertThat(areas).contains(item.areaPath());
                assertThat(iterations).contains(item.iterationPath());
                assertThat(states).contains(item.type() + item.state());
                assertThat(item.projectName()).isEqualTo(structure.project().name());
                assertThat(item.title()).isNotBlank();
                assertThat(item.rev()).isPositive();
                assertThat(item.changed()).isNotNull();
                assertThat(item.webAddress()).isNotNull();
                assertThat(item.warnings()).isEmpty();
            }
        }
    }

    @Test
    void namesTheTeamsAndTheProcess() {
        try (ProviderSession session = open(goodToken())) {
            RemoteStructure structure = session.structure(filledProject());
            assertThat(structure.teams())
                    .isNotEmpty()
                    .allMatch(team -> !team.name().isBlank());
            assertThat(structure.process().name()).isNotBlank();
        }
    }

    @Test
    void knowsTheTypesOfAProjectByItsName() {
        try (ProviderSession session = open(goodToken())) {
            RemoteStructure structure = session.structure(filledProject());
            assertThat(session.workItemTypes(structure.project().name())).isEqualTo(structure.types());
        }
    }

    @Test
    void namesThePeopleOfATeamOnce() {
        try (ProviderSession session = open(goodToken())) {
            for (RemoteStructure.Team team : session.structure(filledProject()).teams()) {
                assertThat(session.teamMembers(filledProject(), team.key()))
                        .isNotEmpty()
                        .noneMatch(person -> person.displayName().isBlank())
                        .extracting(RemotePerson::key)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementKind.class,
            names = {"TEAM", "AREA", "ITERATION", "QUERY"})
    void offersChoicesThatCanBeFoundAndRead(ElementKind kind) {
        try (ProviderSession session = open(goodToken())) {
            List<ElementChoice> choices = everyChoice(session, kind, null);
            assertThat(choices).filteredOn(ElementChoice::selectable).isNotEmpty();
            assertThat(choices).extracting(ElementChoice::key).doesNotHaveDuplicates();
            for (ElementChoice choice : choices) {
                assertThat(choice.kind()).isEqualTo(kind);
                assertThat(choice.name()).isNotBlank();
                if (choice.selectable()) {
                    ElementChoice now = session.element(filledProject(), choice.element(true));
                    assertThat(now.key()).isEqualTo(choice.key());
                    assertThat(now.name()).isEqualTo(choice.name());
                    assertThat(now.path()).isEqualTo(choice.path());
                    assertThat(session.find(filledProject(), kind, choice.name().toUpperCase(Locale.ROOT), 200))
                            .extracting(ElementChoice::key)
                            .contains(choice.key());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementKind.class,
            names = {"TEAM", "AREA", "ITERATION"})
    void coversItemsOfTheProjectWithEachChoice(ElementKind kind) {
        try (ProviderSession session = open(goodToken())) {
            List<Long> all = allIds(session);
            Set<Long> covered = new HashSet<>();
            for (ElementChoice choice : everyChoice(session, kind, null)) {
                List<Long> ids = allIds(session, choice.element(false));
                assertThat(all).containsAll(ids);
                assertThat(allIds(session, choice.element(true))).containsAll(ids);
                covered.addAll(ids);
            }
            assertThat(covered).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void coversAnItemWithWhatIsBelowIt() {
        try (ProviderSession session = open(goodToken())) {
            List<Long> some = allIds(session).stream().limit(100).toList();
            RemoteWorkItem child = session.workItems(some).stream()
                    .filter(item -> item.parentId() != null)
                    .findFirst()
                    .orElseThrow();
            Element above = Element.of(ElementKind.WORK_ITEM, String.valueOf(child.parentId()));
            assertThat(allIds(session, above)).contains(child.id()).contains(Long.valueOf(above.key()));
            assertThat(session.workItemIds(filledProject(), above, child.id()).items())
                    .allMatch(id -> id > child.id());
            ElementChoice found =
                    session.element(filledProject(), Element.of(ElementKind.WORK_ITEM, Long.toString(child.id())));
            assertThat(found.name()).isEqualTo(child.title());
            assertThat(found.type()).isEqualTo(child.type());
            assertThat(found.state()).isEqualTo(child.state());
            assertThat(session.find(filledProject(), ElementKind.WORK_ITEM, Long.toString(child.id()), 200))
                    .contains(found);
            assertThat(session.find(filledProject(), ElementKind.WORK_ITEM, child.title(), 1))
                    .hasSize(1);
        }
    }

    @Test
    void saysThatAnElementIsGone() {
        try (ProviderSession session = open(goodToken())) {
            Element missing = Element.of(ElementKind.WORK_ITEM, Long.toString(missingItem()));
            ProviderFailure gone = new ProviderFailure.NotFound(ProviderFailure.NotFound.What.ELEMENT);
            assertThat(catchThrowableOfType(ProviderException.class, () -> session.element(filledProject(), missing))
                            .failure())
                    .isEqualTo(gone);
            assertThat(catchThrowableOfType(
                                    ProviderException.class, () -> session.workItemIds(filledProject(), missing, 0))
                            .failure())
                    .isEqualTo(gone);
        }
    }

    @Test
    void refusesToListWhatIsOneOrTooMany() {
        try (ProviderSession session = open(goodToken())) {
            for (ElementKind kind : List.of(ElementKind.PROJECT, ElementKind.WORK_ITEM)) {
                assertThatThrownBy(() -> session.choices(filledProject(), kind, null, null))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void refusesMoreIdsThanABatchTakes() {
        try (ProviderSession session = open(goodToken())) {
            List<Long> many = java.util.stream.LongStream.rangeClosed(1, session.batchSize() + 1L)
                    .boxed()
                    .toList();
            assertThatThrownBy(() -> session.workItems(many)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void countsWhatItAsked() {
        try (ProviderSession session = open(goodToken())) {
            assertThat(session.cost().requests()).isZero();
            session.projects(null);
            assertThat(session.cost().requests()).isEqualTo(1);
        }
    }

    @Test
    void asksNothingOnceClosed() {
        ProviderSession session = open(goodToken());
        session.close();
        assertThatThrownBy(() -> session.projects(null)).isInstanceOf(ProviderException.class);
        assertThat(session.cost().requests()).isZero();
    }

    protected static List<RemoteProject> allProjects(ProviderSession session) {
        List<RemoteProject> all = new ArrayList<>();
        String continuation = null;
        do {
            RemotePage<RemoteProject> page = session.projects(continuation);
            all.addAll(page.items());
            continuation = page.continuation();
        } while (continuation != null);
        return all;
    }

    protected List<Long> allIds(ProviderSession session) {
        return allIds(session, Element.WHOLE_PROJECT);
    }

    protected List<Long> allIds(ProviderSession session, Element element) {
        List<Long> all = new ArrayList<>();
        RemotePage<Long> page = session.workItemIds(filledProject(), element, 0);
        all.addAll(page.items());
        while (page.continuation() != null) {
            page = session.workItemIds(filledProject(), element, Long.parseLong(page.continuation()));
            all.addAll(page.items());
        }
        return all;
    }

    private List<ElementChoice> everyChoice(ProviderSession session, ElementKind kind, @Nullable String parent) {
        List<ElementChoice> all = new ArrayList<>();
        String continuation = null;
        do {
            RemotePage<ElementChoice> page = session.choices(filledProject(), kind, parent, continuation);
            for (ElementChoice choice : page.items()) {
                all.add(choice);
                if (choice.expandable()) {
                    all.addAll(everyChoice(session, kind, choice.key()));
                }
            }
            continuation = page.continuation();
        } while (continuation != null);
        return all;
    }
}
