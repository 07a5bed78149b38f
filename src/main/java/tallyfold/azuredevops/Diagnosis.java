package tallyfold.azuredevops;

import static tallyfold.azuredevops.DiagnosisQuestions.counted;
import static tallyfold.azuredevops.DiagnosisQuestions.first;
import static tallyfold.azuredevops.DiagnosisQuestions.known;
import static tallyfold.azuredevops.DiagnosisQuestions.size;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tallyfold.azuredevops.api.ConnectionData;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.IdentityApi;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.Team;
import tallyfold.azuredevops.api.TeamMember;
import tallyfold.azuredevops.api.WorkApi;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiConnection;
import tallyfold.azuredevops.http.ExchangeRecorder;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.PolicyBlocked;
import tallyfold.provider.ProviderFailure.TokenRejected;

/** Asks each question of the four interfaces once, with what earlier answers held, and tells how it went. */
final class Diagnosis {

    private final DiagnosisQuestions questions;
    private final WorkItemDiagnosis items;
    private final CoreApi core;
    private final WorkApi work;
    private final IdentityApi identities;
    private final @Nullable String knownOrganizationId;

    Diagnosis(
            ApiConnection connection,
            Endpoints.Bases bases,
            ExchangeRecorder recorder,
            @Nullable String knownOrganizationId,
            Clock clock,
            Diagnosed.Listener listener) {
        this.questions = new DiagnosisQuestions(connection, recorder, listener);
        this.core = connection.api(CoreApi.class, bases.core());
        this.work = connection.api(WorkApi.class, bases.core());
        this.identities = connection.api(IdentityApi.class, bases.identity());
        this.items = new WorkItemDiagnosis(questions, connection.api(WorkItemApi.class, bases.core()), work, clock);
        this.knownOrganizationId = knownOrganizationId;
    }

    void run() {
        ConnectionData data = questions.ask("connection-data", core::connectionData, this::whoAnswers);
        if (data == null || refusesTheToken(data)) {
            // A token that is refused is not tried three dozen times more.
            questions.skipRest("nothing-more");
            return;
        }
        String project = liveliest();
        String team = teams(project);
        people(data, project, team);
        items.ask(project);
        teamSettings(project, team);
    }

    /** The project that was changed last: it is the likeliest to have something in it. */
    private @Nullable String liveliest() {
        ResponseEntity<Listing<Project>> answer = questions.ask(
                "projects",
                () -> core.projects(SkippedPages.PAGE, null),
                page -> counted("projects", size(page.getBody()))
                        + (page.getHeaders().containsHeader(ProjectPages.CONTINUATION)
                                ? ", more to come"
                                : ", no more"));
        if (answer == null || answer.getBody() == null) {
            return null;
        }
        return answer.getBody()
                .present()
                .filter(project -> project.id() != null)
                .max(Comparator.comparing(project -> String.valueOf(project.lastUpdateTime())))
                .map(Project::id)
                .orElse(null);
    }

    /** The first team of the project. */
    private @Nullable String teams(@Nullable String project) {
        questions.with(
                project,
                "project",
                "no-project",
                id -> core.project(id),
                one -> process(one) ? "process known" : "no process");
        questions.ask("teams-of-all", () -> core.teams(SkippedPages.PAGE, 0), all -> counted("teams", size(all)));
        Listing<Team> teams = questions.with(
                project,
                "teams",
                "no-project",
                id -> core.teams(id, SkippedPages.PAGE, 0),
                all -> counted("teams", size(all)));
        String team = teams == null ? null : first(teams.present().map(Team::id));
        questions.with(
                team,
                "team",
                "no-team",
                id -> core.team(known(project), id),
                one -> one.id() == null ? "no id" : "has an id");
        return team;
    }

    private void people(ConnectionData data, @Nullable String project, @Nullable String team) {
        Listing<TeamMember> members = questions.with(
                team,
                "members",
                "no-team",
                id -> core.members(known(project), id, SkippedPages.PAGE, 0),
                all -> counted("members", size(all)));
        String user = WhoAnswers.userId(data);
        questions.ask(
                "descriptor",
                () -> identities.descriptor(user),
                one -> one.value() == null ? "no descriptor" : "a descriptor");
        questions.ask("identities", () -> identities.identities(user), all -> counted("identities", size(all)));
        List<tallyfold.azuredevops.api.IdentityRef> known = members == null
                ? List.of()
                : members.present()
                        .map(TeamMember::identity)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .filter(identity -> identity.descriptor() != null)
                        .toList();
        questions.with(
                known.isEmpty() ? null : known.getFirst().descriptor(),
                "subjects",
                "no-member",
                identities::subjects,
                all -> counted("identities", size(all)));
        questions.with(
                first(known.stream()
                        .filter(identity -> Boolean.TRUE.equals(identity.isContainer()))
                        .map(identity -> identity.descriptor())),
                "memberships",
                "no-group",
                identities::members,
                all -> counted("memberships", size(all)));
    }

    private void teamSettings(@Nullable String project, @Nullable String team) {
        questions.with(
                team,
                "team-fields",
                "no-team",
                id -> work.teamFieldValues(known(project), id),
                all -> counted("values", all.values() == null ? 0 : all.values().size()));
        questions.with(
                team,
                "team-settings",
                "no-team",
                id -> work.teamSettings(known(project), id),
                one -> one.backlogIteration() == null ? "no backlog iteration" : "a backlog iteration");
        questions.with(
                team,
                "team-iterations",
                "no-team",
                id -> work.teamIterations(known(project), id),
                all -> counted("iterations", size(all)));
    }

    private String whoAnswers(ConnectionData data) {
        ProviderFailure objection = WhoAnswers.objection(data, knownOrganizationId);
        return objection == null ? "the organization that is expected, signed in" : objection.code();
    }

    private boolean refusesTheToken(ConnectionData data) {
        ProviderFailure objection = WhoAnswers.objection(data, knownOrganizationId);
        return objection instanceof TokenRejected || objection instanceof PolicyBlocked;
    }

    private static boolean process(Project project) {
        return project.capabilities() != null && project.capabilities().processTemplate() != null;
    }
}
