package tallyfold.connection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionRow;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.DiagnosisService;
import tallyfold.provider.Provider;
import tallyfold.security.Role;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The page "Connections". */
@Route(ConnectionNavigation.ROUTE)
@PageTitle("Connections")
@RolesAllowed({Role.ADMINISTRATOR_ROLE, Role.PROJECT_MANAGER_ROLE})
class ConnectionListView extends Div implements BeforeEnterObserver {

    private static final String FILTER = "filter";

    private final transient ConnectionService service;
    private final transient ConnectionWindows windows;
    private final boolean administrator;

    private final Button add = addButton();

    private final PageHeader header;
    private final StoppedBanner banner = new StoppedBanner();
    private final TextField filter = new TextField();
    private final Span count = new Span();
    private final Div toolbar = new Div();
    private final Div content = new Div();
    private final ConnectionGrid grid;
    private transient List<ConnectionRow> rows = List.of();

    ConnectionListView(
            ConnectionService service,
            DiagnosisService diagnoses,
            ObjectProvider<Provider> providers,
            @Qualifier("backgroundExecutor") ExecutorService executor,
            ObjectProvider<DemoTokenOffer> demo,
            ObjectProvider<ConnectionScheduleWindow> schedules,
            Clock clock) {
        this.service = service;
        windows = new ConnectionWindows(
                service,
                diagnoses,
                providers.stream().toList(),
                executor,
                demo.getIfAvailable(),
                schedules.getIfAvailable(),
                this::reload);
        administrator = service.mayAdminister();
        addClassNames("tf-page", "tf-connection-list");
        header = new PageHeader(Texts.of("connection.title"), "", add);
        filter.setPlaceholder(Texts.of("connection.filter.placeholder"));
        filter.setAriaLabel(Texts.of("connection.filter"));
        filter.setPrefixComponent(Symbol.SEARCH.icon());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rememberFilter();
            }
            showRows();
        });
        count.addClassName("tf-quiet");
        count.getElement().setAttribute("role", "status");
        toolbar.add(filter, count);
        toolbar.addClassName("tf-toolbar");
        grid = new ConnectionGrid(clock, administrator ? windows : null);
        add(header, banner, toolbar, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(FILTER).ifPresent(filter::setValue);
        reload();
    }

    private void reload() {
        rows = service.rows().stream().sorted(ConnectionGrid.problemsFirst()).toList();
        long organizations = rows.stream()
                .map(row -> row.connection().organization())
                .distinct()
                .count();
        int projects = rows.stream().mapToInt(ConnectionRow::projects).sum();
        header.setSentence(
                rows.isEmpty()
                        ? ""
                        : Texts.of(
                                "connection.sentence",
                                capital(Texts.of("connection.organizations", organizations)),
                                Texts.of("connection.projects", projects)));
        banner.show(rows);
        showRows();
    }

    private void showRows() {
        String wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        List<ConnectionRow> shown =
                rows.stream().filter(row -> matches(row.connection(), wanted)).toList();
        String all = Texts.of("connection.count", rows.size());
        count.setText(wanted.isEmpty() ? all : Texts.of("connection.count-filtered", shown.size(), rows.size()));
        grid.setItems(shown);
        content.removeAll();
        toolbar.setVisible(!rows.isEmpty());
        add.setVisible(administrator && !rows.isEmpty());
        if (rows.isEmpty()) {
            content.add(empty());
        } else if (shown.isEmpty()) {
            Button clear = new Button(Texts.of("connection.nothing-found.clear"), _ -> {
                filter.clear();
                rememberFilter();
            });
            content.add(new EmptyState(
                    Symbol.SEARCH,
                    Texts.of("connection.nothing-found.title", filter.getValue()),
                    Texts.of("connection.nothing-found.text", all),
                    clear));
        } else {
            content.add(grid);
        }
    }

    private EmptyState empty() {
        String title = Texts.of("connection.empty.title");
        return administrator
                ? new EmptyState(Symbol.CONNECTIONS, title, Texts.of("connection.empty.text"), addButton())
                : new EmptyState(Symbol.CONNECTIONS, title, Texts.of("connection.empty.manager"));
    }

    private Button addButton() {
        Button button = new Button(Texts.of("connection.add"), Symbol.ADD.icon(), _ -> windows.create());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private static boolean matches(Connection connection, String wanted) {
        return List.of(connection.name(), connection.organization(), connection.account()).stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }

    private void rememberFilter() {
        QueryParameters parameters =
                filter.isEmpty() ? QueryParameters.empty() : QueryParameters.of(FILTER, filter.getValue());
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(ConnectionNavigation.ROUTE, parameters)));
    }

    /** What the menus of the rows do. */
    RowActions actions() {
        return windows;
    }
}
