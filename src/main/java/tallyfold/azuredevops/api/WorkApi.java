package tallyfold.azuredevops.api;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Processes, and what teams have set for themselves. */
public interface WorkApi {

    @GetExchange("/_apis/work/processes?api-version=7.1")
    Listing<WorkProcess> processes();

    @GetExchange("/{project}/{team}/_apis/work/teamsettings/teamfieldvalues?api-version=7.1")
    TeamFieldValues teamFieldValues(@PathVariable String project, @PathVariable String team);

    @GetExchange("/{project}/{team}/_apis/work/teamsettings?api-version=7.1")
    TeamSettings teamSettings(@PathVariable String project, @PathVariable String team);

    /** All at once: this list has no pages. */
    @GetExchange("/{project}/{team}/_apis/work/teamsettings/iterations?api-version=7.1")
    Listing<TeamIteration> teamIterations(@PathVariable String project, @PathVariable String team);
}
