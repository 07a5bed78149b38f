package tallyfold.portfolio.ui;

import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;

/** Opens the window "Import projects" over the page that asks for it. */
interface ImportLauncher {

    /**
     * Opens the window.
     *
     * @param preselected the connection to start with; null lets the user choose
     * @param onChange called on the UI thread when projects were added or a run ended
     */
    void open(@Nullable ConnectionId preselected, Runnable onChange);
}
