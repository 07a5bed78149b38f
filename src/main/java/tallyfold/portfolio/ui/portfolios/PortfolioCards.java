package tallyfold.portfolio.ui.portfolios;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tallyfold.portfolio.ui.ProjectAddress;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ShownStatus;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.workitem.StateCounts;
import tallyfold.workitem.ui.StateBar;

/** The figures of a portfolio: how far, how its projects stand, what is late, what ends next. */
final class PortfolioCards extends Div {

    PortfolioCards(List<ProjectRow> rows, RollUp rollUp, LocalDate today) {
        addClassName("tf-portfolio-cards");
        add(progress(rollUp), statuses(rollUp), late(rows, rollUp), next(rows, today));
    }

    private static Component progress(RollUp rollUp) {
        return card(
                "portfolios.card.progress",
                figure(Texts.of("portfolio.percent", rollUp.share().percent())),
                new StateBar(new StateCounts(rollUp.share().byCategory())),
                quiet(
                        rollUp.share().items() == 0
                                ? Texts.of("portfolio.nothing-counts")
                                : Texts.of(
                                        "portfolios.closed",
                                        rollUp.share().closed(),
                                        rollUp.share().items())));
    }

    private static Component statuses(RollUp rollUp) {
        return card(
                "portfolios.card.statuses",
                figure(Texts.of("portfolio.count", rollUp.projects())),
                PortfolioTreeGrid.statuses(rollUp));
    }

    private static Component late(List<ProjectRow> rows, RollUp rollUp) {
        Span figure = figure(Texts.of("portfolio.count", rollUp.late()));
        figure.setClassName("tf-bad", rollUp.late() > 0);
        Component words = rows.stream()
                .filter(row -> row.figures().late() > 0)
                .max(Comparator.comparingLong(row -> row.figures().late()))
                .<Component>map(most -> new Div(ProjectAddress.lateItems(
                        Texts.of(
                                "portfolios.late.most",
                                most.figures().late(),
                                most.project().name()),
                        most.project().id())))
                .orElseGet(() -> quiet(Texts.of("portfolio.late.none")));
        return card("portfolios.card.late", figure, words);
    }

    /** The project that ends next among those that go on. */
    private static Component next(List<ProjectRow> rows, LocalDate today) {
        Optional<ProjectRow> next = rows.stream()
                .filter(row -> row.status() != ShownStatus.DONE && row.status() != ShownStatus.CANCELLED)
                .filter(row -> row.dates().finish() != null
                        && !Objects.requireNonNull(row.dates().finish()).isBefore(today))
                .min(Comparator.comparing(
                        row -> Objects.requireNonNull(row.dates().finish())));
        if (next.isEmpty()) {
            return card("portfolios.card.next", quiet(Texts.of("portfolios.next.none")));
        }
        LocalDate finish = Objects.requireNonNull(next.get().dates().finish());
        return card(
                "portfolios.card.next",
                figure(Times.day(finish)),
                new Div(ProjectAddress.named(next.get().project())),
                quiet(Texts.of(
                        "portfolios.next.how", next.get().share().closedPercent(), Times.distance(finish, today))));
    }

    private static Div card(String key, Component... content) {
        Div card = new Div(new H2(Texts.of(key)));
        card.addClassNames("tf-card", "tf-portfolio-card");
        card.add(content);
        return card;
    }

    private static Span figure(String text) {
        Span figure = new Span(text);
        figure.addClassName("tf-project-percent");
        return figure;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("tf-quiet");
        return span;
    }
}
