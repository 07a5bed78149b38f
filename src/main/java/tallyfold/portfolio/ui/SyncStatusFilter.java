package tallyfold.portfolio.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.sync.SyncRunStatus;

/**
 * Which links are wanted.
 *
 * @param text part of the name of a project or of what it is linked to; empty for all
 * @param status null for all
 */
record SyncStatusFilter(String text, @Nullable SyncRunStatus status) {

    private static final String STATUS = "status";

    /** As an address says; what nobody understands is as good as nothing. */
    static SyncStatusFilter of(QueryParameters query) {
        Optional<SyncRunStatus> status = query.getSingleParameter(STATUS)
                .flatMap(wanted -> Stream.of(SyncRunStatus.values())
                        .filter(each -> word(each).equals(wanted))
                        .findFirst());
        return new SyncStatusFilter(
                query.getSingleParameter("filter").orElse("").replace("\0", ""), status.orElse(null));
    }

    boolean isEmpty() {
        return text.isBlank() && status == null;
    }

    boolean matches(SyncStatusRow row) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return (status == null || (row.run() != null && row.run().status() == status))
                && (row.project().name() + "\n" + row.system())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }

    /** Goes to the page that shows these. */
    void open(ProjectsPage page) {
        page.open(text, status == null || page != ProjectsPage.SYNC_STATUS ? Map.of() : Map.of(STATUS, word(status)));
    }

    private static String word(SyncRunStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
