package tallyfold.azuredevops.api;

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

    @PostExchange("/_apis/wit/workitemsbatch?api-version=7.1")
    Listing<WorkItem> batch(@RequestBody WorkItemBatch batch);
}
