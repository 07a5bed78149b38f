package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Link;
import tallyfold.project.Rhythm;
import tallyfold.sync.SyncService;
import tallyfold.sync.ui.RhythmField;
import tallyfold.uikit.Texts;

/** How a link is synced. */
final class LinkSettings extends Div {

    private final Checkbox assignedOnly = new Checkbox(Texts.of("linking.assigned-only"), true);
    private final RhythmField rhythm;

    /** Settings as they are for new links. */
    LinkSettings(SyncService syncs, Clock clock) {
        addClassName("tf-link-settings");
        assignedOnly.setHelperText(Texts.of("linking.assigned-only.off"));
        rhythm = new RhythmField(Texts.of("linking.schedule"), syncs.zone(), clock);
        inherit(syncs.rhythm());
        rhythm.setValue(null);
        add(assignedOnly, rhythm);
    }

    /** Says what a link without a rhythm of its own does. */
    void inherit(Rhythm inherited) {
        rhythm.setInherited(inherited);
    }

    void take(Link link) {
        assignedOnly.setValue(link.assignedOnly());
        rhythm.setValue(link.rhythm());
    }

    /** Whether what is chosen can be used; says what is wrong otherwise. */
    boolean validate() {
        return rhythm.validate();
    }

    boolean assignedOnly() {
        return assignedOnly.getValue();
    }

    @Nullable
    Rhythm rhythm() {
        return rhythm.getValue();
    }
}
