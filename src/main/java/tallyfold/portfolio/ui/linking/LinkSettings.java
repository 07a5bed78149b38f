package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Link;
import tallyfold.sync.SyncRhythm;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** How a link is synced. */
final class LinkSettings extends Div {

    private final Checkbox assignedOnly = new Checkbox(Texts.of("linking.assigned-only"), true);
    private final Select<SyncRhythm> rhythm = new Select<>();

    /**
     * Settings as they are for new links.
     *
     * @param inherited how often the server syncs; zero for never
     */
    LinkSettings(Duration inherited) {
        addClassName("tf-link-settings");
        assignedOnly.setHelperText(Texts.of("linking.assigned-only.off"));
        rhythm.setLabel(Texts.of("linking.schedule"));
        rhythm.setEmptySelectionAllowed(true);
        String inherit = inherited.isZero()
                ? Texts.of("linking.schedule.inherit-off")
                : Texts.of("linking.schedule.inherit", Times.span(inherited));
        rhythm.setEmptySelectionCaption(inherit);
        rhythm.setItemLabelGenerator(each -> each == null ? inherit : each.label());
        rhythm.setItems(SyncRhythm.values());
        add(assignedOnly, rhythm);
    }

    void take(Link link) {
        assignedOnly.setValue(link.assignedOnly());
        Duration every = link.syncEvery();
        rhythm.setValue(every == null ? null : SyncRhythm.of(every).orElse(null));
    }

    boolean assignedOnly() {
        return assignedOnly.getValue();
    }

    @Nullable
    Duration syncEvery() {
        SyncRhythm own = rhythm.getValue();
        return own == null ? null : own.every();
    }
}
