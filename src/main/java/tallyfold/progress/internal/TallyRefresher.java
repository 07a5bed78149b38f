package tallyfold.progress.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.progress.Share;
import tallyfold.progress.internal.TallyRepository.Kept;
import tallyfold.project.ProjectId;
import tallyfold.workitem.FigureItem;
import tallyfold.workitem.ItemFigureStore;
import tallyfold.workitem.LinkProcess;

/**
 * Keeps tallies true: looks through the items of a project again when they have changed or when it is another day, for one at a time
 * per project and outside of any transaction. A change meanwhile only has the next reading do it again.
 */
@Component
public class TallyRefresher {

    private static final int TREND_DAYS = 7;
    private static final int DAYS_KEPT = 800;

    private final ItemFigureStore items;
    private final TallyRepository tallies;
    private final ProjectDayRepository days;
    private final ShareReader shares;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<ProjectId, ReentrantLock> working = new ConcurrentHashMap<>();

    TallyRefresher(
            ItemFigureStore items,
            TallyRepository tallies,
            ProjectDayRepository days,
            ShareReader shares,
            TransactionTemplate transaction,
            Clock clock) {
        this.items = items;
        this.tallies = tallies;
        this.days = days;
        this.shares = shares;
        this.transaction = transaction;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Makes the tally of a project anew unless it still holds. */
    public void refresh(ProjectId project) {
        Instant asked = clock.instant();
        if (holds(kept(project), project)) {
            return;
        }
        ReentrantLock lock = working.computeIfAbsent(project, _ -> new ReentrantLock());
        lock.lock();
        try {
            Kept kept = kept(project);
            // Who waited while somebody else made it takes that: while items stream in, it would never hold for long.
            if (!holds(kept, project) && (kept == null || !kept.made().isAfter(asked))) {
                make(project);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The same for every project with links. */
    void refreshAll() {
        projects().forEach(this::refresh);
        transaction.executeWithoutResult(_ -> days.forgetBefore(today().minusDays(DAYS_KEPT)));
    }

    /**
     * Counts everything anew from the items themselves, whether or not it seems to hold.
     *
     * @return of how many projects
     */
    public int rebuildAll() {
        List<ProjectId> projects = projects();
        for (ProjectId project : projects) {
            transaction.executeWithoutResult(_ -> items.recount(List.of(project)));
            make(project);
        }
        return projects.size();
    }

    private List<ProjectId> projects() {
        return items.links().stream().map(LinkProcess::project).distinct().toList();
    }

    private @Nullable Kept kept(ProjectId project) {
        return tallies.kept(List.of(project)).get(project);
    }

    private boolean holds(@Nullable Kept kept, ProjectId project) {
        return kept != null && kept.day().equals(today()) && kept.version().equals(items.version(project));
    }

    private void make(ProjectId project) {
        // Read before the items: what changes in between makes the version differ.
        String version = items.version(project);
        LocalDate today = today();
        List<FigureItem> all = new ArrayList<>();
        items.items(project, all::add);
        Tally tally =
                TallyMaker.make(new ProjectItems(all, items.structure(project), items.linksByKey(project), today));
        transaction.executeWithoutResult(_ -> {
            if (!tallies.lock(project)) {
                return;
            }
            Share total = shares.of(project).total();
            if (total.items() > 0) {
                days.keep(project, today, total);
            }
            tallies.keep(
                    project,
                    new Kept(
                            version,
                            today,
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            tally.work(),
                            days.comparedWith(project, today.minusDays(TREND_DAYS), today)
                                    .orElse(null)),
                    tally);
        });
    }
}
