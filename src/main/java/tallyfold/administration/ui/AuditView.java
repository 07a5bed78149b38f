package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import tallyfold.audit.AuditEntry;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditFilter;
import tallyfold.audit.AuditLog;
import tallyfold.audit.AuditService;
import tallyfold.security.Role;
import tallyfold.security.User;
import tallyfold.security.UserService;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.PhoneColumn;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** Who did what, newest first. */
@Route(AuditView.PATH)
@PageTitle("Audit log")
@RolesAllowed(Role.ADMINISTRATOR_ROLE)
final class AuditView extends Div implements BeforeEnterObserver {

    static final String PATH = "audit";

    private final transient AuditService audit;
    private final AuditFilters filters;
    private final Grid<AuditEntry> grid = new Grid<>();
    private volatile AuditFilter filter = AuditFilter.ALL;

    AuditView(AuditService audit, UserService users, @Qualifier("backgroundExecutor") ExecutorService executor) {
        this.audit = audit;
        addClassNames("tf-page", "tf-page-fill", "tf-audit-page");
        List<String> people = Stream.concat(users.list().stream().map(User::name), Stream.of(AuditLog.SYSTEM))
                .toList();
        filters = new AuditFilters(people, this::go);
        fillGrid();
        add(
                new PageHeader(
                        Texts.of("audit.title"), Texts.of("audit.sentence"), new AuditExport(audit, () -> filter)),
                new AuditChainLine(audit::verify, executor),
                filters,
                grid);
    }

    private void fillGrid() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("tf-audit-grid");
        grid.getElement().setAttribute("aria-label", Texts.of("audit.title"));
        grid.setEmptyStateComponent(new EmptyState(Symbol.AUDIT, Texts.of("audit.none"), Texts.of("audit.none-text")));
        Grid.Column<AuditEntry> card =
                grid.addColumn(new ComponentRenderer<>(this::card)).setHeader(Texts.of("audit.title"));
        column("audit.when", entry -> Times.minute(entry.occurredAt()), "10rem");
        column("audit.who", entry -> AuditWords.actor(entry.event().actor()), "8rem");
        column("audit.from-where", entry -> entry.event().origin(), "7rem");
        column("audit.action", entry -> AuditWords.action(entry.event().action()), "12rem");
        column("audit.on-what", entry -> entry.event().subject(), "9rem").setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(AuditView::outcome))
                .setHeader(Texts.of("audit.outcome"))
                .setWidth("6.5rem")
                .setFlexGrow(0);
        column("audit.detail", entry -> entry.event().detail(), "8rem").setFlexGrow(2);
        PhoneColumn.follow(grid, card);
    }

    private Grid.Column<AuditEntry> column(String textKey, ItemLabelGenerator<AuditEntry> text, String width) {
        return grid.addColumn(text::apply)
                .setHeader(Texts.of(textKey))
                .setTooltipGenerator(text)
                .setResizable(true)
                .setWidth(width)
                .setFlexGrow(0);
    }

    private static Component outcome(AuditEntry entry) {
        AuditEvent.Outcome outcome = entry.event().outcome();
        String word = AuditWords.outcome(outcome);
        return outcome == AuditEvent.Outcome.SUCCESS
                ? new StatusWord(Symbol.SUCCESS, word, StatusWord.Tone.GOOD)
                : new StatusWord(Symbol.FAILURE, word, StatusWord.Tone.BAD);
    }

    private Component card(AuditEntry entry) {
        AuditEvent event = entry.event();
        Span action = new Span(AuditWords.action(event.action()));
        action.addClassName("tf-name");
        Span what = new Span(event.subject());
        Span who = new Span(AuditWords.actor(event.actor()) + " · " + Times.minute(entry.occurredAt()));
        who.addClassName("tf-second-line");
        Div card = new Div(action, what, who, outcome(entry));
        card.addClassName("tf-user-card-words");
        return card;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AuditAddress address = AuditAddress.of(event.getLocation().getQueryParameters());
        filters.show(address);
        show(address);
    }

    private void go() {
        AuditAddress address = filters.read();
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, address.parameters())));
        show(address);
    }

    private void show(AuditAddress address) {
        filter = address.filter(Times.zone());
        AuditPages pages = new AuditPages(audit, filter);
        grid.setItems(query -> pages.read(query.getOffset(), query.getLimit()).stream());
    }
}
