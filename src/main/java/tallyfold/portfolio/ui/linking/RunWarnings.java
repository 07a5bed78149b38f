package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncWarning;
import tallyfold.sync.SyncWarningWords;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** What a run noticed, sentence by sentence; the first few, and how many there are more. */
public final class RunWarnings {

    private static final int SHOWN_AT_MOST = 5;
    private static final int ALL = Integer.MAX_VALUE;
    private static final String PART = "ELEMENT_UNREADABLE";

    private RunWarnings() {}

    /**
     * A note on a run; empty when there is nothing to tell.
     *
     * @param kept what was kept of the run's warnings, which may be fewer than it counted
     * @param partsTold whether parts that could not be read are told elsewhere already, with their names
     */
    static Optional<Note> of(SyncRun run, List<SyncWarning> kept, boolean partsTold) {
        return of(run, kept, partsTold, SHOWN_AT_MOST);
    }

    /** A note with everything that was kept of a run's warnings. */
    public static Optional<Note> all(SyncRun run, List<SyncWarning> kept) {
        return of(run, kept, false, ALL);
    }

    private static Optional<Note> of(SyncRun run, List<SyncWarning> kept, boolean partsTold, int most) {
        List<SyncWarning> told = kept.stream()
                .filter(each -> !partsTold || !PART.equals(each.code()))
                .toList();
        int all = run.warnings() - (kept.size() - told.size());
        if (all <= 0) {
            return Optional.empty();
        }
        UnorderedList sentences = new UnorderedList();
        told.stream().limit(most).map(SyncWarningWords::of).map(ListItem::new).forEach(sentences::add);
        int more = all - Math.min(told.size(), most);
        if (more > 0 && !told.isEmpty()) {
            sentences.add(new ListItem(Texts.of("linking.warnings.more", more)));
        }
        return Optional.of(new Note(Tone.WARNING, new Span(Texts.of("linking.warnings", all)), sentences));
    }
}
