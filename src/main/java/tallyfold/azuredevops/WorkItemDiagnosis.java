package tallyfold.azuredevops;

import static tallyfold.azuredevops.DiagnosisQuestions.counted;
import static tallyfold.azuredevops.DiagnosisQuestions.first;
import static tallyfold.azuredevops.DiagnosisQuestions.known;
import static tallyfold.azuredevops.DiagnosisQuestions.size;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.api.Revisions;
import tallyfold.azuredevops.api.StoredQuery;
import tallyfold.azuredevops.api.Wiql;
import tallyfold.azuredevops.api.WorkApi;
import tallyfold.azuredevops.api.WorkItem;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.api.WorkItemBatch;
import tallyfold.azuredevops.api.WorkItemType;

/** The part of a diagnosis that is about work items: their types and trees, queries, batches, and the feeds of changes. */
final class WorkItemDiagnosis {

    private static final int SOME = 50;
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    private final DiagnosisQuestions questions;
    private final WorkItemApi workItems;
    private final WorkApi work;
    private final Clock clock;

    WorkItemDiagnosis(DiagnosisQuestions questions, WorkItemApi workItems, WorkApi work, Clock clock) {
        this.questions = questions;
        this.workItems = workItems;
        this.work = work;
        this.clock = clock;
    }

    void ask(@Nullable String project) {
        questions.ask("relation-types", workItems::relationTypes, all -> counted("relation types", size(all)));
        questions.ask("fields", workItems::fields, all -> counted("fields", size(all)));
        questions.ask("processes", work::processes, all -> counted("processes", size(all)));
        Listing<WorkItemType> types =
                questions.with(project, "types", "no-project", workItems::types, all -> counted("types", size(all)));
        String type = types == null ? null : first(types.present().map(WorkItemType::name));
        questions.with(
                type,
                "states",
                "no-type",
                name -> workItems.states(known(project), name),
                all -> counted("states", size(all)));
        questions.with(
                project, "categories", "no-project", workItems::categories, all -> counted("categories", size(all)));
        Listing<ClassificationNode> roots = questions.with(
                project, "roots", "no-project", id -> workItems.roots(id, 2), all -> counted("trees", size(all)));
        questions.with(
                project,
                "nodes",
                "no-project",
                id -> workItems.nodes(id, "iterations", 1),
                node -> counted("children", node.below().count()));
        questions.with(
                roots == null
                        ? null
                        : first(roots.present().map(ClassificationNode::id).map(WorkItemDiagnosis::text)),
                "nodes-by-id",
                "no-tree",
                ids -> workItems.nodesById(known(project), ids, 1),
                all -> counted("nodes", size(all)));
        Wiql.Question question = new Wiql.Question(
                "SELECT [System.Id] FROM WorkItems WHERE " + WiqlText.IN_PROJECT + " ORDER BY [System.Id]");
        Wiql.Answer answer = questions.with(
                project,
                "query",
                "no-project",
                id -> workItems.query(id, SOME, question),
                found -> counted("ids", found.ids().count()));
        Wiql.Question nothing = new Wiql.Question("SELECT [System.Id] FROM WorkItems WHERE [System.Id] = 0");
        questions.with(
                project,
                "query-all",
                "no-project",
                id -> workItems.queryAll(id, nothing),
                found -> counted("ids", found.ids().count()));
        storedQueries(project);
        List<Long> ids = answer == null ? List.of() : answer.ids().limit(SOME).toList();
        Listing<WorkItem> items = questions.with(
                ids.isEmpty() ? null : ids,
                "batch",
                "no-item",
                some -> workItems.batch(new WorkItemBatch(some, WorkItemFields.ALL, "omit")),
                all -> counted("items", all.present().count()) + " of " + ids.size() + " asked for");
        questions.with(
                items == null ? null : first(items.present().map(WorkItem::id)),
                "item",
                "no-item",
                workItems::text,
                item -> counted(
                        "fields", item.fields() == null ? 0 : item.fields().size()));
        feeds(project);
    }

    private void storedQueries(@Nullable String project) {
        Listing<StoredQuery> folders = questions.with(
                project, "folders", "no-project", workItems::topFolders, all -> counted("folders", size(all)));
        StoredQuery shared = folders == null
                ? null
                : folders.present().filter(StoredQuery::shared).findFirst().orElse(null);
        questions.with(
                shared == null ? null : shared.id(),
                "folder",
                "no-query",
                id -> workItems.storedQuery(known(project), id, 1),
                folder -> folder.children() == null
                        ? "no list of children"
                        : counted("children", folder.children().size()));
        questions.with(
                project,
                "find-queries",
                "no-project",
                id -> workItems.findQueries(id, "a", SOME),
                all -> counted("queries", size(all)));
        questions.with(
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
        questions.ask(
                "revisions",
                () -> workItems.revisions(null, since, question),
                batch -> counted("revisions", batch.values().size())
                        + goesOn(batch.continuationToken(), batch.isLastBatch()));
        questions.with(
                project,
                "revisions-of-project",
                "no-project",
                id -> workItems.revisionsOf(id, null, since, question),
                batch -> counted("revisions", batch.values().size())
                        + goesOn(batch.continuationToken(), batch.isLastBatch()));
        questions.ask(
                "links",
                () -> workItems.links(ChangeFeed.HIERARCHY, null, since),
                batch -> counted("links", batch.values().size())
                        + goesOn(batch.continuationToken(), batch.isLastBatch()));
    }

    private static String goesOn(@Nullable String token, @Nullable Boolean last) {
        return (token == null ? ", no token" : ", a token")
                + (last == null ? "" : last ? ", the last" : ", more to come");
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
