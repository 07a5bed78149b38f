package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.LinkIterations;
import tallyfold.project.LinkId;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.ViewTabs;

/** The tab "Iterations" of a project: a linked system's iterations in time, or as a table. */
public final class IterationsPanel extends Div {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private final Map<LinkId, String> names;
    private final IterationsAddress address;
    private final Consumer<IterationsAddress> look;

    /**
     * Shows one of the linked systems.
     *
     * @param names of the linked systems
     * @param look called with the next thing to look at
     */
    public IterationsPanel(
            List<LinkIterations> all,
            Map<LinkId, String> names,
            LocalDate today,
            IterationsAddress address,
            ItemLinks links,
            Consumer<IterationsAddress> look) {
        this.names = names;
        this.address = address;
        this.look = look;
        addClassName("tf-panel");
        if (all.stream().allMatch(each -> each.rows().isEmpty())) {
            add(new EmptyState(
                    Symbol.CALENDAR, Texts.of("progress.iterations.none"), Texts.of("progress.iterations.none.text")));
            return;
        }
        LinkIterations shown = all.stream()
                .filter(each -> each.link().value().toString().equals(address.link()))
                .findFirst()
                .orElse(all.stream()
                        .filter(each -> !each.rows().isEmpty())
                        .findFirst()
                        .orElse(all.getFirst()));
        IterationMonths months = IterationMonths.of(shown, today);
        add(toolbar(all, shown, months));
        if (address.table()) {
            add(new IterationTable(shown, links));
        } else {
            add(new IterationTimeline(shown, months.axis(address), today, links), new NotScheduled(shown, links));
        }
    }

    private Component toolbar(List<LinkIterations> all, LinkIterations shown, IterationMonths months) {
        Tab timeline = new Tab(Texts.of("progress.iterations.timeline"));
        Tab table = new Tab(Texts.of("progress.iterations.table"));
        ViewTabs views = new ViewTabs(timeline, table);
        views.getElement().setAttribute("aria-label", Texts.of("progress.iterations.view"));
        views.setSelectedTab(address.table() ? table : timeline);
        views.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                look.accept(address.withTable(table.equals(event.getSelectedTab())));
            }
        });
        Div toolbar = new Div(views);
        toolbar.addClassName("tf-toolbar");
        if (all.size() > 1) {
            toolbar.add(systems(all, shown));
        }
        if (!address.table()) {
            Button now = new Button(Texts.of("uikit.today"), _ -> look.accept(address.withFrom(null)));
            now.addThemeVariants(ButtonVariant.TERTIARY);
            toolbar.add(range(months), now);
        }
        Span hint = new Span(
                shown.planTypes().isEmpty()
                        ? Texts.of("progress.iterations.hint")
                        : Texts.of("progress.iterations.hint.types", String.join(", ", shown.planTypes())));
        hint.addClassNames("tf-quiet", "tf-push-end", "tf-panel-hint");
        toolbar.add(hint);
        return toolbar;
    }

    private Component systems(List<LinkIterations> all, LinkIterations shown) {
        Select<LinkIterations> systems = new Select<>();
        systems.setAriaLabel(Texts.of("progress.system"));
        systems.setItems(all);
        systems.setItemLabelGenerator(
                each -> names.getOrDefault(Objects.requireNonNull(each).link(), ""));
        systems.setValue(shown);
        systems.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                look.accept(address.withLink(event.getValue().link().value().toString()));
            }
        });
        return systems;
    }

    /** A half year, or everything; null stands for everything. */
    private record Range(@Nullable YearMonth from) {

        String words() {
            return from == null
                    ? Texts.of("progress.iterations.all")
                    : Texts.of("progress.range", MONTH.format(from), MONTH.format(IterationMonths.last(from)));
        }
    }

    private Component range(IterationMonths months) {
        YearMonth from = address.from();
        Range chosen = new Range(address.all() ? null : from == null ? months.first() : from);
        List<Range> ranges =
                new ArrayList<>(months.choices().stream().map(Range::new).toList());
        ranges.add(new Range(null));
        if (!ranges.contains(chosen)) {
            ranges.addFirst(chosen);
        }
        Select<Range> range = new Select<>();
        range.addClassName("tf-months");
        range.setAriaLabel(Texts.of("progress.iterations.range"));
        range.setPrefixComponent(Symbol.CALENDAR.icon());
        range.setItems(ranges);
        range.setItemLabelGenerator(each -> Objects.requireNonNull(each).words());
        range.setValue(chosen);
        range.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                YearMonth wanted = event.getValue().from();
                if (wanted == null) {
                    look.accept(address.withAll());
                } else {
                    look.accept(address.withFrom(wanted.equals(months.first()) ? null : wanted));
                }
            }
        });
        return range;
    }
}
