package tallyfold.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import tallyfold.administration.GettingStartedService;
import tallyfold.help.HelpNavigation;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderDescriptor;
import tallyfold.security.Role;
import tallyfold.sync.SyncScheduleService;
import tallyfold.sync.SyncService;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The four steps of a new installation; each ticks itself off. */
@Route("getting-started")
@PageTitle("Getting started")
@RolesAllowed(Role.ADMINISTRATOR_ROLE)
final class GettingStartedView extends Div {

    private final GettingStartedService service;
    private final SyncScheduleService schedules;
    private final SyncService syncs;
    private final Clock clock;
    private final ProviderDescriptor descriptor;

    GettingStartedView(
            GettingStartedService service,
            SyncScheduleService schedules,
            SyncService syncs,
            List<Provider> providers,
            Clock clock) {
        this.syncs = syncs;
        this.clock = clock;
        this.service = service;
        this.schedules = schedules;
        this.descriptor = providers.getFirst().descriptor();
        addClassName("tf-page");
        show();
    }

    private void show() {
        removeAll();
        GettingStartedService.Steps steps = service.steps();
        add(new PageHeader(
                Texts.of("administration.started"), Texts.of("administration.started-sentence"), progress(steps)));
        OrderedList list = new OrderedList();
        list.addClassName("tf-steps");
        boolean[] done = {steps.connected(), steps.imported(), steps.scheduled(), steps.invited()};
        boolean nextFound = false;
        for (int i = 0; i < done.length; i++) {
            boolean next = !done[i] && !nextFound;
            nextFound |= next;
            list.add(step(i + 1, done[i], next, steps.connected()));
        }
        Div side = new Div(permissions(), reading());
        side.addClassName("tf-started-side");
        Div columns = new Div(list, side);
        columns.addClassName("tf-started");
        add(columns);
    }

    private static Component progress(GettingStartedService.Steps steps) {
        ProgressBar bar = new ProgressBar(0, steps.all(), steps.done());
        bar.getElement().setAttribute("aria-label", Texts.of("administration.started-done"));
        Div line = new Div(
                new Span(Texts.of("administration.started-done")),
                new Span(Texts.of("administration.started-count", steps.done(), steps.all())));
        Div progress = new Div(line, bar);
        progress.addClassName("tf-started-progress");
        return progress;
    }

    private ListItem step(int number, boolean done, boolean next, boolean connected) {
        Span mark = new Span();
        mark.addClassName("tf-step-mark");
        if (done) {
            mark.add(Symbol.CHECK.icon(), hidden(Texts.of("administration.step-done")));
        } else {
            mark.setText(Integer.toString(number));
        }
        Div words = new Div(
                new H2(Texts.of("administration.step" + number)),
                new Paragraph(Texts.of("administration.step" + number + "-why")));
        ListItem item = new ListItem(mark, words, action(number, next, connected));
        item.addClassName("tf-step");
        item.addClassName(done ? "tf-step-done" : next ? "tf-step-next" : "tf-step-later");
        return item;
    }

    private Component action(int number, boolean next, boolean connected) {
        if (number == 2 && !connected) {
            Span later = new Span(Texts.of("administration.after-step1"));
            later.addClassName("tf-quiet");
            return later;
        }
        Button button = new Button(Texts.of("administration.step" + number + "-action"), _ -> act(number));
        if (next) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        if (number != 1 || !next) {
            return button;
        }
        button.setIcon(Symbol.ADD.icon());
        Div actions = new Div(
                button, new Anchor(HelpNavigation.article(HelpNavigation.CONNECT), Texts.of("administration.show-me")));
        actions.addClassName("tf-step-actions");
        return actions;
    }

    private void act(int number) {
        UI ui = UI.getCurrent();
        switch (number) {
            case 1 -> ui.navigate("connections");
            case 2 -> ui.navigate("projects", com.vaadin.flow.router.QueryParameters.of("import", ""));
            case 3 -> new ScheduleDialog(schedules, clock, syncs.zone(), this::show).open();
            default -> ui.navigate("users");
        }
    }

    private Component permissions() {
        UnorderedList list = new UnorderedList();
        list.addClassName("tf-permissions");
        for (ProviderDescriptor.Permission permission : descriptor.permissions()) {
            Span purpose = new Span(permission.purpose());
            purpose.addClassName("tf-second-line");
            list.add(new ListItem(Symbol.CHECK.icon("tf-good"), new Span(permission.name()), purpose));
        }
        Paragraph promise = new Paragraph(Texts.of("administration.promise"));
        promise.addClassName("tf-quiet");
        Div card = new Div(new H2(Texts.of("administration.token-may")), list, promise);
        card.addClassName("tf-card");
        return card;
    }

    private static Component reading() {
        Div card = new Div(
                new H2(Texts.of("administration.read-first")),
                new Anchor(
                        HelpNavigation.article(HelpNavigation.CONNECT), Texts.of("administration.read-first-article")));
        card.addClassName("tf-card");
        return card;
    }

    private static Span hidden(String text) {
        Span span = new Span(text);
        span.addClassName("tf-visually-hidden");
        return span;
    }
}
