package tallyfold.portfolio;

import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.portfolio.internal.FavouriteRepository;
import tallyfold.project.ProjectId;
import tallyfold.security.CurrentUser;

/** The projects the signed-in user marked. Nobody else sees them. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class FavouriteService {

    private final FavouriteRepository favourites;
    private final CurrentUser currentUser;

    FavouriteService(FavouriteRepository favourites, CurrentUser currentUser) {
        this.favourites = favourites;
        this.currentUser = currentUser;
    }

    public Set<ProjectId> all() {
        return favourites.of(currentUser.require().id());
    }

    /** Marks a project or takes the mark away; nothing happens when it is so already, or the project is gone. */
    public void mark(ProjectId project, boolean favourite) {
        if (favourite) {
            favourites.add(currentUser.require().id(), project);
        } else {
            favourites.remove(currentUser.require().id(), project);
        }
    }
}
