package tallyfold.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
        List<Long> all = new ArrayList<>();
        RemotePage<Long> page = session.workItemIds(filledProject(), 0);
        all.addAll(page.items());
        while (page.continuation() != null) {
            page = session.workItemIds(filledProject(), Long.parseLong(page.continuation()));
            all.addAll(page.items());
        }
        return all;
    }
}
