package tallyfold.portfolio.ui.linking;

import tallyfold.project.ProjectId;

/** Opens the window "Configure connections" over the page of a project. */
public interface LinkingLauncher {

    /**
     * Opens the window on the links of a project, or on the making of the first.
     *
     * @param onChange called on the UI thread when a link was made, changed or taken away
     */
    void open(ProjectId project, Runnable onChange);
}
