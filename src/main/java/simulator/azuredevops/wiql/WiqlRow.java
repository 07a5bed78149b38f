package simulator.azuredevops.wiql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a condition can be held against. */
public interface WiqlRow {

    /** The value of a field by reference name; null when it is empty. */
    @Nullable
    Object value(String reference);

    /** The row as it was in each of its revisions. */
    List<? extends WiqlRow> history();
}
