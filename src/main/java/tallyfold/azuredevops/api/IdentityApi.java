package tallyfold.azuredevops.api;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** People and groups, on the host of the directory. */
public interface IdentityApi {

    @GetExchange("/_apis/graph/descriptors/{storageKey}?api-version=7.1")
    Descriptor descriptor(@PathVariable String storageKey);

    @GetExchange("/_apis/identities?queryMembership=None&api-version=7.1")
    Listing<Identity> identities(@RequestParam("identityIds") String identityIds);

    /** Not paged; those nobody knows are null. */
    @GetExchange("/_apis/identities?queryMembership=None&api-version=7.1")
    Listing<Identity> subjects(@RequestParam("subjectDescriptors") String subjectDescriptors);

    /** Who is in a group, one level down. */
    @GetExchange("/_apis/graph/Memberships/{group}?direction=down&depth=1&api-version=7.1-preview.1")
    Listing<Membership> members(@PathVariable String group);
}
