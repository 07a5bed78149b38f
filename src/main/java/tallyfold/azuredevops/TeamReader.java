package tallyfold.azuredevops;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.CoreApi;
import tallyfold.azuredevops.api.Listing;
import tallyfold.azuredevops.api.Team;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProjectId;

/** Reads the teams of a project: all, a page of them, or one; and those of all projects together. */
final class TeamReader {

    private final Conversation conversation;
    private final Presence presence;
    private final CoreApi core;

    TeamReader(Conversation conversation, Presence presence, CoreApi core) {
        this.conversation = conversation;
        this.presence = presence;
        this.core = core;
    }

    List<Team> all(RemoteProjectId project, Effort effort) {
        return SkippedPages.all(skip -> listing(project, skip, effort), Team::id);
    }

    /** The teams of all projects the owner of the token sees, as far as {@code mostPages} go. */
    SkippedPages.Read<Team> ofOrganization(int mostPages, Effort effort) {
        return SkippedPages.read(
                skip -> conversation.ask(ApiArea.PROJECT, effort, () -> core.teams(SkippedPages.PAGE, skip)),
                Team::id,
                mostPages);
    }

    /**
     * One page. The continuation is how many there were before, and the first of the page, by which a service that gives
     * the same page again is found out.
     */
    RemotePage<Team> page(RemoteProjectId project, @Nullable String continuation, Effort effort) {
        int colon = continuation == null ? -1 : continuation.indexOf(':');
        int skip = continuation == null ? 0 : Integer.parseInt(continuation.substring(0, colon));
        Listing<Team> listing = listing(project, skip, effort);
        List<Team> teams = listing.present().filter(team -> team.id() != null).toList();
        if (listing.value().size() < SkippedPages.PAGE || teams.isEmpty()) {
            return new RemotePage<>(teams, null);
        }
        String first = String.valueOf(teams.getFirst().id());
        if (continuation != null && first.equals(continuation.substring(colon + 1))) {
            throw new ProviderException(new UnexpectedAnswer(Oddity.REPEATED_PAGE, 200));
        }
        return new RemotePage<>(teams, skip + listing.value().size() + ":" + first);
    }

    Team one(RemoteProjectId project, String team, Effort effort) {
        Team found = presence.ask(project, ApiArea.PROJECT, effort, () -> core.team(project.value(), team));
        if (found.id() == null) {
            throw new ProviderException(new UnexpectedAnswer(Oddity.MALFORMED, 200));
        }
        return found;
    }

    private Listing<Team> listing(RemoteProjectId project, int skip, Effort effort) {
        return conversation.ask(ApiArea.PROJECT, effort, () -> core.teams(project.value(), SkippedPages.PAGE, skip));
    }
}
