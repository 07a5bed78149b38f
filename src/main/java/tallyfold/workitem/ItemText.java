package tallyfold.workitem;

import java.util.List;
import tallyfold.connection.FailureText;
import tallyfold.provider.RemoteItemText;

/** What came of asking for the long texts of a work item. */
public sealed interface ItemText {

    /** One of the texts; {@code safeHtml} may stand in a page as it is. */
    record Part(RemoteItemText.Kind kind, String safeHtml, boolean cut) {}

    /** The texts as they are now; none when the item has none. */
    record Read(List<Part> parts) implements ItemText {

        public Read {
            parts = List.copyOf(parts);
        }
    }

    /** The project shows the item as a read-only copy, or no more: nobody can be asked. */
    record Copy() implements ItemText {}

    /** The source system refused or did not answer. */
    record Failed(FailureText words) implements ItemText {}
}
