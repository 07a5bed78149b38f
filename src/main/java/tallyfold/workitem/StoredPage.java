package tallyfold.workitem;

import java.util.List;

/**
 * What storing a page of items came to.
 *
 * @param added items the link did not show before, returned ones included
 * @param changed items that were shown and read differently now
 * @param unchanged items that were as they are
 * @param rewritten ids of items that changed although their revision did not
 */
public record StoredPage(int added, int changed, int unchanged, List<Long> rewritten) {

    public StoredPage {
        rewritten = List.copyOf(rewritten);
    }
}
