package tallyfold.administration.ui;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tallyfold.audit.AuditEntry;
import tallyfold.audit.AuditFilter;
import tallyfold.audit.AuditService;

/** Finds any page of a long list by the nearest one above that was read before, instead of counting from the top. */
final class AuditPages {

    private final AuditService audit;
    private final AuditFilter filter;
    private final TreeMap<Integer, Long> numberAbove = new TreeMap<>(Map.of(0, AuditService.NEWEST));

    AuditPages(AuditService audit, AuditFilter filter) {
        this.audit = audit;
        this.filter = filter;
    }

    List<AuditEntry> read(int offset, int limit) {
        Map.Entry<Integer, Long> known = numberAbove.floorEntry(offset);
        List<AuditEntry> page = audit.page(filter, known.getValue(), offset - known.getKey(), limit);
        if (!page.isEmpty()) {
            numberAbove.put(offset + page.size(), page.getLast().seq());
        }
        return page;
    }
}
