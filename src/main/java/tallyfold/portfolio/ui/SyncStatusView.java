package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tallyfold.audit.AuditLog;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.portfolio.ui.source.RunNews;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectService;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncService;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The view "Sync status" of the Projects page: every link with how it is kept in sync, live. */
@Route(ProjectNavigation.SYNC_STATUS)
@PageTitle("Sync status")
@RolesAllowed(Role.VIEWER_ROLE)
class SyncStatusView extends Div implements AfterNavigationObserver, SyncStatusActions.Actions {

    /** As many links make the page longer rather than scroll in it. */
    private static final int FEW = 25;

    private final transient SyncService syncs;
    private final transient SyncStatusRows source;
    private final transient SyncStatusExport export;
    private final Select<SyncRunStatus> status = new Select<>();
    private final ProjectsToolbar toolbar = new ProjectsToolbar(this::go, status);
    private final Button syncAll = new Button(Texts.of("portfolio.sync-all"), Symbol.REFRESH.icon(), _ -> syncAll());
    private final PageHeader header;
    private final SyncStatusLine line;
    private final SyncStatusActions actions = new SyncStatusActions(this);
    private final Div body = new Div();
    private final SyncStatusGrid grid;
    private final boolean manages;
    private transient List<SyncStatusRow> rows = List.of();
    private volatile SyncStatusFilter filter = new SyncStatusFilter("", null);

    SyncStatusView(ProjectService projects, SyncService syncs, CurrentUser user, AuditLog audit, Clock clock) {
        this.syncs = syncs;
        source = new SyncStatusRows(projects, syncs);
        export = new SyncStatusExport(source, syncs, audit);
        line = new SyncStatusLine(() -> export.csv(filter));
        manages = user.is(Role.PROJECT_MANAGER);
        header =
                new PageHeader(Texts.of("portfolio.title"), "", manages ? new Component[] {syncAll} : new Component[0]);
        addClassNames("tf-page", "tf-sync-page");
        grid = new SyncStatusGrid(
                clock, syncs.zone(), manages ? row -> cancel(List.of(row.link().id())) : null);
        if (manages) {
            grid.addSelectionListener(event -> actions.show(event.getAllSelectedItems(), shown().size()));
        }
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(Texts.of("portfolio.any-status"));
        status.setItems(SyncRunStatus.values());
        status.setItemLabelGenerator(each -> each == null ? Texts.of("portfolio.any-status") : each.label());
        status.setAriaLabel(Texts.of("portfolio.column.sync-status"));
        status.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(ProjectsPage.SYNC_STATUS, toolbar.filter());
            }
        });
        add(header, toolbar, line, actions, body);
        RunNews.follow(this, syncs, this::heard);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = SyncStatusFilter.of(event.getLocation().getQueryParameters());
        toolbar.show(ProjectsPage.SYNC_STATUS, filter.text());
        status.setValue(filter.status());
        reload();
    }

    private void go(ProjectsPage page, String text) {
        new SyncStatusFilter(text, status.getValue()).open(page);
    }

    private void reload() {
        Set<LinkId> chosen =
                grid.getSelectedItems().stream().map(row -> row.link().id()).collect(Collectors.toSet());
        rows = source.read();
        showRows();
        if (manages) {
            grid.asMultiSelect()
                    .setValue(shown().stream()
                            .filter(row -> chosen.contains(row.link().id()))
                            .collect(Collectors.toSet()));
        }
    }

    private List<SyncStatusRow> shown() {
        return rows.stream()
                .filter(filter::matches)
                .sorted(SyncStatusGrid.problemsFirst())
                .toList();
    }

    private void showRows() {
        List<SyncStatusRow> shown = shown();
        toolbar.showHits(shown.size(), rows.size(), filter.status() != null);
        syncAll.setVisible(!rows.isEmpty());
        showWords();
        grid.setItems(shown);
        grid.setAllRowsVisible(shown.size() <= FEW);
        body.removeAll();
        body.add(shown.isEmpty() ? new SyncStatusNothing(rows.isEmpty(), manages) : grid);
    }

    private void showWords() {
        header.setSentence(SyncStatusRows.sentence(rows));
        line.show(syncs);
    }

    private void heard(Map<LinkId, SyncRun> news) {
        List<SyncStatusRow> changed = new ArrayList<>();
        boolean known = true;
        for (SyncRun run : news.values()) {
            List<SyncStatusRow> of = rows.stream()
                    .filter(row -> row.link().id().equals(run.link()))
                    .toList();
            of.forEach(row -> row.take(run));
            changed.addAll(of);
            known &= !of.isEmpty();
        }
        if (!known || filter.status() != null) {
            reload();
            return;
        }
        if (news.values().stream().anyMatch(run -> run.status().finished())) {
            source.refreshNext(changed);
            showWords();
        }
        changed.stream().filter(filter::matches).forEach(grid.getListDataView()::refreshItem);
        actions.show(grid.getSelectedItems(), shown().size());
    }

    private void syncAll() {
        syncs.syncAll();
        asked(rows.size(), "portfolio.sync-asked");
    }

    @Override
    public void syncNow(Collection<LinkId> links) {
        syncs.syncLinks(links);
        asked(links.size(), "portfolio.sync-asked");
    }

    @Override
    public void fullSync(Collection<LinkId> links) {
        new FullSyncDialog(links.size(), () -> {
                    syncs.fullSync(links);
                    asked(links.size(), "portfolio.full-sync.asked");
                })
                .open();
    }

    @Override
    public void cancel(Collection<LinkId> links) {
        asked(syncs.cancel(links), "portfolio.cancelled");
    }

    @Override
    public void clear() {
        grid.deselectAll();
    }

    private void asked(int count, String key) {
        Notifications.success(Texts.of(key, count));
        reload();
    }
}
