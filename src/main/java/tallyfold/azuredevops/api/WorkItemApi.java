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
    Listing<Named> fields();

    @GetExchange("/{project}/_apis/wit/workitemtypes?api-version=7.1")
    Listing<WorkItemType> types(@PathVariable String project);

    @GetExchange("/{project}/_apis/wit/workitemtypes/{type}/states?api-version=7.1")
    Listing<WorkItemType.State> states(@PathVariable String project, @PathVariable String type);

    @GetExchange("/{project}/_apis/wit/workitemtypecategories?api-version=7.1")
    Listing<TypeCategory> categories(@PathVariable String project);

    /** The tree of {@code areas} or of {@code iterations}, whole. */
    @GetExchange("/{project}/_apis/wit/classificationnodes/{structure}?api-version=7.1")
    ClassificationNode nodes(
            @PathVariable String project, @PathVariable String structure, @RequestParam("$depth") int depth);

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

    @PostExchange("/_apis/wit/workitemsbatch?api-version=7.1")
    Listing<WorkItem> batch(@RequestBody WorkItemBatch batch);
}
