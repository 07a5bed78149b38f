package tallyfold.azuredevops.api;

import java.util.List;

/**
 * Asks for named fields of several work items.
 *
 * @param ids at most 200
 * @param errorPolicy {@code omit} leaves out what cannot be read instead of failing
 */
public record WorkItemBatch(List<Long> ids, List<String> fields, String errorPolicy) {

    /** The most ids one call takes. */
    public static final int MAX_IDS = 200;
}
