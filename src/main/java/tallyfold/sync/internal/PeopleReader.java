package tallyfold.sync.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tallyfold.project.Link;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.RemotePerson;
import tallyfold.provider.RemoteStructure;

/** Reads the people of teams, for links that want more than those who have items. */
final class PeopleReader {

    private final Link link;
    private final Asking asking;

    PeopleReader(Link link, Asking asking) {
        this.link = link;
        this.asking = asking;
    }

    /** People by key of their team: of the linked teams when nothing else is linked, else of all. */
    Map<String, List<RemotePerson>> read(RemoteStructure structure) throws InterruptedException {
        Map<String, List<RemotePerson>> people = new LinkedHashMap<>();
        if (link.assignedOnly()) {
            return people;
        }
        for (String team : teams(structure)) {
            try {
                people.put(team, asking.ask(() -> asking.session().teamMembers(link.remoteProject(), team)));
            } catch (ProviderException e) {
                // A team may go between two questions; whoever was only in it goes too.
                if (!e.failure().concernsOneElement()) {
                    throw e;
                }
            }
        }
        return people;
    }

    private List<String> teams(RemoteStructure structure) {
        boolean teamsOnly =
                link.elements().stream().allMatch(each -> each.element().kind() == ElementKind.TEAM);
        return teamsOnly
                ? link.elements().stream().map(each -> each.element().key()).toList()
                : structure.teams().stream().map(RemoteStructure.Team::key).toList();
    }
}
