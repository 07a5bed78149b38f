package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Work items, their types and the trees they hang in. The two posts only read. */
public interface WorkItemApi {

    /** Small and the same everywhere: shows whether work items may be read. */
    @GetExchange("/_apis/wit/workitemrelationtypes?api-version=7.1")
    Listing<Named> relationTypes();

    @GetExchange("/_apis/wit/fields?api-version=7.1")
    Listing<WorkItemField> fields();

    @GetExchange("/{project}/_apis/wit/workitemtypes?api-version=7.1")
    Listing<WorkItemType> types(@PathVariable String project);

    @GetExchange("/{project}/_apis/wit/workitemtypes/{type}/states?api-version=7.1")
    Listing<WorkItemType.State> states(@PathVariable String project, @PathVariable String type);

    @GetExchange("/{project}/_apis/wit/workitemtypecategories?api-version=7.1")
    Listing<TypeCategory> categories(@PathVariable String project);

    /** The tree of {@code areas} or of {@code iterations} from its root, down as many levels as asked for. */
    @GetExchange("/{project}/_apis/wit/classificationnodes/{structure}?api-version=7.1")
    ClassificationNode nodes(
            @PathVariable String project, @PathVariable String structure, @RequestParam("$depth") int depth);

    /** The roots of both trees, down as many levels as asked for. */
    @GetExchange("/{project}/_apis/wit/classificationnodes?api-version=7.1")
    Listing<ClassificationNode> roots(@PathVariable String project, @RequestParam("$depth") int depth);

    /** Nodes of both trees with the levels below them; what is gone is null or left out. */
    @GetExchange("/{project}/_apis/wit/classificationnodes?errorPolicy=omit&api-version=7.1")
    Listing<ClassificationNode> nodesById(
            @PathVariable String project, @RequestParam("ids") String ids, @RequestParam("$depth") int depth);

    /** All or nothing: more than the service gives at once is refused. */
    @PostExchange("/{project}/_apis/wit/wiql?timePrecision=true&api-version=7.1")
    Wiql.Answer queryAll(@PathVariable String project, @RequestBody Wiql.Question question);

    /** Runs a stored query as it is, days as precise as in the query's own page. */
    @GetExchange("/{project}/_apis/wit/wiql/{query}?api-version=7.1")
    Wiql.Answer run(@PathVariable String project, @PathVariable String query);

    /** The two top folders, people's own and the shared one, with what is in them. */
    @GetExchange("/{project}/_apis/wit/queries?$depth=1&api-version=7.1")
    Listing<StoredQuery> topFolders(@PathVariable String project);

    /** A query, or a folder with as many levels as asked for, two at most. */
    @GetExchange("/{project}/_apis/wit/queries/{query}?api-version=7.1")
    StoredQuery storedQuery(
            @PathVariable String project, @PathVariable String query, @RequestParam("$depth") int depth);

    @GetExchange("/{project}/_apis/wit/queries?api-version=7.1")
    Listing<StoredQuery> findQueries(
            @PathVariable String project, @RequestParam("$filter") String filter, @RequestParam("$top") int top);

    @PostExchange("/{project}/_apis/wit/wiql?timePrecision=true&api-version=7.1")
    Wiql.Answer query(@PathVariable String project, @RequestParam("$top") int top, @RequestBody Wiql.Question question);

    /** What changed in the organization; either a token or a moment to begin at. */
    @PostExchange("/_apis/wit/reporting/workitemrevisions?$maxPageSize=1000&api-version=7.1")
    Revisions.Batch revisions(
            @RequestParam(name = "continuationToken", required = false) @Nullable String continuationToken,
            @RequestParam(name = "startDateTime", required = false) @Nullable String startDateTime,
            @RequestBody Revisions.Question question);

    /** The same for one project. */
    @PostExchange("/{project}/_apis/wit/reporting/workitemrevisions?$maxPageSize=1000&api-version=7.1")
    Revisions.Batch revisionsOf(
            @PathVariable String project,
            @RequestParam(name = "continuationToken", required = false) @Nullable String continuationToken,
            @RequestParam(name = "startDateTime", required = false) @Nullable String startDateTime,
            @RequestBody Revisions.Question question);

    /** Which links of one type were made and removed in the organization. */
    @GetExchange("/_apis/wit/reporting/workitemlinks?api-version=7.1")
    Revisions.LinkBatch links(
            @RequestParam("linkTypes") String linkTypes,
            @RequestParam(name = "continuationToken", required = false) @Nullable String continuationToken,
            @RequestParam(name = "startDateTime", required = false) @Nullable String startDateTime);

    /** One item with everything it holds: naming a field that the organization never had would fail the question. */
    @GetExchange("/_apis/wit/workitems/{id}?$expand=none&api-version=7.1")
    WorkItemText text(@PathVariable long id);

    @PostExchange("/_apis/wit/workitemsbatch?api-version=7.1")
    Listing<WorkItem> batch(@RequestBody WorkItemBatch batch);
}
