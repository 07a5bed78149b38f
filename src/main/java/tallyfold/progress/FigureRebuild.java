package tallyfold.progress;

import org.springframework.stereotype.Component;
import tallyfold.progress.internal.TallyRefresher;

/** Makes all kept figures anew from the items, for somebody who does not trust them. */
@Component
public class FigureRebuild {

    private final TallyRefresher tallies;

    FigureRebuild(TallyRefresher tallies) {
        this.tallies = tallies;
    }

    /**
     * Counts the items of every linked project. What was kept of past days stays.
     *
     * @return of how many projects
     */
    public int run() {
        return tallies.rebuildAll();
    }
}
