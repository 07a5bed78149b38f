package tallyfold.azuredevops;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.api.ConnectionData;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.IdentityApi;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.api.Project;
import tallyfold.azuredevops.api.Revisions;
import tallyfold.azuredevops.api.StoredQuery;
import tallyfold.azuredevops.api.Team;
import tallyfold.azuredevops.api.TeamMember;
import tallyfold.azuredevops.api.Wiql;
import tallyfold.azuredevops.api.WorkApi;
import tallyfold.azuredevops.api.WorkItem;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemBatch;
import tallyfold.azuredevops.api.WorkItemType;
import tallyfold.azuredevops.http.ApiConnection;
import tallyfold.azuredevops.http.Effort;
import tallyfold.azuredevops.http.ExchangeFailure;
import tallyfold.azuredevops.http.ExchangeRecorder;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.Diagnosed.Outcome;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.PolicyBlocked;
import tallyfold.provider.ProviderFailure.TokenRejected;
import tallyfold.uikit.Texts;

/** Asks each question of the four interfaces once, with what earlier answers held, and tells how it went. */
final class Diagnosis {

    /** How many questions there are. */
    static final int QUESTIONS = 34;

    private static final int SOME = 50;
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    private final ApiConnection connection;
    private final CoreApi core;
    private final WorkItemApi workItems;
    private final WorkApi work;
    private final IdentityApi identities;
    private final ExchangeRecorder recorder;
    private final @Nullable String knownOrganizationId;
    private final Clock clock;
    private final Diagnosed.Listener listener;
    private int number;

    Diagnosis(
            ApiConnection connection,
            Endpoints.Bases bases,
            ExchangeRecorder recorder,
            @Nullable String knownOrganizationId,
            Clock clock,
            Diagnosed.Listener listener) {
        this.connection = connection;
        this.core = connection.api(CoreApi.class, bases.core());
        this.workItems = connection.api(WorkItemApi.class, bases.core());
        this.work = connection.api(WorkApi.class, bases.core());
        this.identities = connection.api(IdentityApi.class, bases.identity());
        this.recorder = recorder;
        this.knownOrganizationId = knownOrganizationId;
        this.clock = clock;
        this.listener = listener;
    }

    void run() {
        ConnectionData data = ask("connection-data", core::connectionData, this::whoAnswers);
        if (data == null || refusesTheToken(data)) {
            // A token that is refused is not tried three dozen times more.
            while (number < QUESTIONS) {
                skip("rest", "nothing-more");
            }
            return;
        }
        String project = liveliest();
        String team = teams(project);
        people(data, project, team);
        workItemsOf(project);
        feeds(project);
        teamSettings(project, team);
    }

    /** The project that was changed last: it is the likeliest to have something in it. */
    private @Nullable String liveliest() {
        ResponseEntity<Listing<Project>> answer = ask(
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
        with(
                project,
                "project",
                "no-project",
                id -> core.project(id),
                one -> process(one) ? "process known" : "no process");
        ask("teams-of-all", () -> core.teams(SkippedPages.PAGE, 0), all -> counted("teams", size(all)));
        Listing<Team> teams = with(
                project,
                "teams",
                "no-project",
                id -> core.teams(id, SkippedPages.PAGE, 0),
                all -> counted("teams", size(all)));
        String team = teams == null ? null : first(teams.present().map(Team::id));
        with(
                team,
                "team",
                "no-team",
                id -> core.team(known(project), id),
                one -> one.id() == null ? "no id" : "has an id");
        return team;
    }

    private void people(ConnectionData data, @Nullable String project, @Nullable String team) {
        Listing<TeamMember> members = with(
                team,
                "members",
                "no-team",
                id -> core.members(known(project), id, SkippedPages.PAGE, 0),
                all -> counted("members", size(all)));
        String user = WhoAnswers.userId(data);
        ask(
                "descriptor",
                () -> identities.descriptor(user),
                one -> one.value() == null ? "no descriptor" : "a descriptor");
        ask("identities", () -> identities.identities(user), all -> counted("identities", size(all)));
        List<tallyfold.azuredevops.api.IdentityRef> known = members == null
                ? List.of()
                : members.present()
                        .map(TeamMember::identity)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .filter(identity -> identity.descriptor() != null)
                        .toList();
        with(
                known.isEmpty() ? null : known.getFirst().descriptor(),
                "subjects",
                "no-member",
                identities::subjects,
                all -> counted("identities", size(all)));
        with(
                first(known.stream()
                        .filter(identity -> Boolean.TRUE.equals(identity.isContainer()))
                        .map(identity -> identity.descriptor())),
                "memberships",
                "no-group",
                identities::members,
                all -> counted("memberships", size(all)));
    }

    private void workItemsOf(@Nullable String project) {
        ask("relation-types", workItems::relationTypes, all -> counted("relation types", size(all)));
        ask("fields", workItems::fields, all -> counted("fields", size(all)));
        ask("processes", work::processes, all -> counted("processes", size(all)));
        Listing<WorkItemType> types =
                with(project, "types", "no-project", workItems::types, all -> counted("types", size(all)));
        String type = types == null ? null : first(types.present().map(WorkItemType::name));
        with(
                type,
                "states",
                "no-type",
                name -> workItems.states(known(project), name),
                all -> counted("states", size(all)));
        with(project, "categories", "no-project", workItems::categories, all -> counted("categories", size(all)));
        Listing<ClassificationNode> roots =
                with(project, "roots", "no-project", id -> workItems.roots(id, 2), all -> counted("trees", size(all)));
        with(
                project,
                "nodes",
                "no-project",
                id -> workItems.nodes(id, "iterations", 1),
                node -> counted("children", node.below().count()));
        with(
                roots == null
                        ? null
                        : first(roots.present().map(ClassificationNode::id).map(Diagnosis::text)),
                "nodes-by-id",
                "no-tree",
                ids -> workItems.nodesById(known(project), ids, 1),
                all -> counted("nodes", size(all)));
        Wiql.Question question = new Wiql.Question(
                "SELECT [System.Id] FROM WorkItems WHERE " + WiqlText.IN_PROJECT + " ORDER BY [System.Id]");
        Wiql.Answer answer = with(
                project,
                "query",
                "no-project",
                id -> workItems.query(id, SOME, question),
                found -> counted("ids", found.ids().count()));
        Wiql.Question nothing = new Wiql.Question("SELECT [System.Id] FROM WorkItems WHERE [System.Id] = 0");
        with(
                project,
                "query-all",
                "no-project",
                id -> workItems.queryAll(id, nothing),
                found -> counted("ids", found.ids().count()));
        storedQueries(project);
        List<Long> ids = answer == null ? List.of() : answer.ids().limit(SOME).toList();
        Listing<WorkItem> items = with(
                ids.isEmpty() ? null : ids,
                "batch",
                "no-item",
                some -> workItems.batch(new WorkItemBatch(some, WorkItemFields.ALL, "omit")),
                all -> counted("items", all.present().count()) + " of " + ids.size() + " asked for");
        with(
                items == null ? null : first(items.present().map(WorkItem::id)),
                "item",
                "no-item",
                workItems::text,
                item -> counted(
                        "fields", item.fields() == null ? 0 : item.fields().size()));
    }

    private void storedQueries(@Nullable String project) {
        Listing<StoredQuery> folders =
                with(project, "folders", "no-project", workItems::topFolders, all -> counted("folders", size(all)));
        StoredQuery shared = folders == null
                ? null
                : folders.present().filter(StoredQuery::shared).findFirst().orElse(null);
        with(
                shared == null ? null : shared.id(),
                "folder",
                "no-query",
                id -> workItems.storedQuery(known(project), id, 1),
                folder -> folder.children() == null
                        ? "no list of children"
                        : counted("children", folder.children().size()));
        with(
                project,
                "find-queries",
                "no-project",
                id -> workItems.findQueries(id, "a", SOME),
                all -> counted("queries", size(all)));
        with(
                shared == null || shared.children() == null
                        ? null
                        : first(shared.children().stream()
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .filter(query -> !query.folder())
                                .map(StoredQuery::id)),
                "run-query",
                "no-query",
                id -> workItems.run(known(project), id),
                found -> counted("ids", found.ids().count()));
    }

    private void feeds(@Nullable String project) {
        String since = Revisions.moment(clock.instant().minus(LOOK_BACK));
        Revisions.Question question =
                new Revisions.Question(List.of(WorkItemFields.CHANGED, WorkItemFields.DELETED), true, true, false);
        ask(
                "revisions",
                () -> workItems.revisions(null, since, question),
                batch -> counted("revisions", batch.values().size())
                        + goesOn(batch.continuationToken(), batch.isLastBatch()));
        with(
                project,
                "revisions-of-project",
                "no-project",
                id -> workItems.revisionsOf(id, null, since, question),
                batch -> counted("revisions", batch.values().size())
                        + goesOn(batch.continuationToken(), batch.isLastBatch()));
        ask(
                "links",
                () -> workItems.links(ChangeFeed.HIERARCHY, null, since),
                batch -> counted("links", batch.values().size())
                        + goesOn(batch.continuationToken(), batch.isLastBatch()));
    }

    private void teamSettings(@Nullable String project, @Nullable String team) {
        with(
                team,
                "team-fields",
                "no-team",
                id -> work.teamFieldValues(known(project), id),
                all -> counted("values", all.values() == null ? 0 : all.values().size()));
        with(
                team,
                "team-settings",
                "no-team",
                id -> work.teamSettings(known(project), id),
                one -> one.backlogIteration() == null ? "no backlog iteration" : "a backlog iteration");
        with(
                team,
                "team-iterations",
                "no-team",
                id -> work.teamIterations(known(project), id),
                all -> counted("iterations", size(all)));
    }

    private <A, T> @Nullable T with(
            @Nullable A given,
            String name,
            String otherwise,
            Function<A, @Nullable T> question,
            Function<T, String> words) {
        if (given == null) {
            skip(name, otherwise);
            return null;
        }
        return ask(name, () -> question.apply(given), words);
    }

    private <T> @Nullable T ask(String name, Supplier<@Nullable T> question, Function<T, String> understood) {
        try {
            T answer = connection.ask(Effort.PERSON_WAITS, question);
            tell(name, Outcome.ANSWERED, understood.apply(answer));
            return answer;
        } catch (ExchangeFailure failure) {
            ProviderFailure reason = failure.failure();
            tell(
                    name,
                    Outcome.FAILED,
                    reason.detail().isEmpty() ? reason.code() : reason.code() + ", " + reason.detail());
            return null;
        }
    }

    private void skip(String name, String why) {
        tell(name, Outcome.SKIPPED, Texts.of("azuredevops.diagnosis." + why));
    }

    private void tell(String name, Outcome outcome, String understood) {
        number++;
        listener.onDiagnosed(new Diagnosed(
                number, QUESTIONS, Texts.of("azuredevops.diagnosis." + name), outcome, recorder.take(), understood));
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

    private static String goesOn(@Nullable String token, @Nullable Boolean last) {
        return (token == null ? ", no token" : ", a token")
                + (last == null ? "" : last ? ", the last" : ", more to come");
    }

    private static String counted(String what, long count) {
        return count + " " + what;
    }

    private static long size(@Nullable Listing<?> listing) {
        return listing == null ? 0 : listing.present().count();
    }

    private static <T> @Nullable T first(Stream<@Nullable T> stream) {
        return stream.filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static String known(@Nullable String id) {
        return Objects.requireNonNull(id);
    }
}
