package tallyfold.portfolio.ui;

import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.project.PortfolioId;

/** Opens the window "Import projects" over the page that asks for it. */
public interface ImportLauncher {

    /**
     * Opens the window.
     *
     * @param preselected the connection to start with; null lets the user choose
     * @param portfolio where the projects are to lie unless the user chooses otherwise; null for none
     * @param onChange called on the UI thread when projects were added or a run ended
     */
    void open(@Nullable ConnectionId preselected, @Nullable PortfolioId portfolio, Runnable onChange);

    /** The same without a portfolio. */
    default void open(@Nullable ConnectionId preselected, Runnable onChange) {
        open(preselected, null, onChange);
    }
}
