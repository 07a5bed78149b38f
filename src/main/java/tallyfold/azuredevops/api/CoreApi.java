package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The connection itself, projects and teams. */
public interface CoreApi {

    /** Exists as a preview only; a released version is refused. */
    @GetExchange("/_apis/connectionData?connectOptions=none&api-version=7.1-preview")
    ConnectionData connectionData();

    /** One page; the header {@code x-ms-continuationtoken} leads to the next. */
    @GetExchange("/_apis/projects?stateFilter=wellFormed&api-version=7.1")
    ResponseEntity<Listing<Project>> projects(
            @RequestParam("$top") int top,
            @RequestParam(name = "continuationToken", required = false) @Nullable String continuationToken);

    @GetExchange("/_apis/projects/{project}?includeCapabilities=true&api-version=7.1")
    Project project(@PathVariable String project);

    /** One page; a page shorter than {@code top} is the last. */
    @GetExchange("/_apis/projects/{project}/teams?api-version=7.1")
    Listing<Team> teams(@PathVariable String project, @RequestParam("$top") int top, @RequestParam("$skip") int skip);

    /** Those of all projects the owner of the token sees; exists as a preview only. One page, as above. */
    @GetExchange("/_apis/teams?api-version=7.1-preview.3")
    Listing<Team> teams(@RequestParam("$top") int top, @RequestParam("$skip") int skip);

    @GetExchange("/_apis/projects/{project}/teams/{team}?api-version=7.1")
    Team team(@PathVariable String project, @PathVariable String team);

    /** One page; a page shorter than {@code top} is the last. */
    @GetExchange("/_apis/projects/{project}/teams/{team}/members?api-version=7.1")
    Listing<TeamMember> members(
            @PathVariable String project,
            @PathVariable String team,
            @RequestParam("$top") int top,
            @RequestParam("$skip") int skip);
}
