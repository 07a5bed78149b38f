package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tallyfold.progress.BurnUp;
import tallyfold.uikit.SwappedPicture;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** How the items of an iteration became more and became done, against an even pace. */
final class BurnUpCard extends Div {

    BurnUpCard(Optional<BurnUp> burnUp, LocalDate today) {
        addClassName("tf-panel-cell");
        if (burnUp.isEmpty() || burnUp.get().days().isEmpty()) {
            Div card = Cards.card(Texts.of("progress.burn-up"));
            card.add(Cards.quiet(Texts.of("progress.burn-up.none")));
            add(card);
            return;
        }
        BurnUp shown = burnUp.get();
        String title = Texts.of("progress.burn-up.of", shown.name());
        SwappedPicture picture = new SwappedPicture(title, new BurnUpPicture(shown, today).draw(), table(shown));
        Div card = Cards.card(title, picture.button());
        card.add(finding(shown), legend(), picture);
        add(card);
    }

    /** The one sentence the picture is there for. */
    private static Component finding(BurnUp burnUp) {
        BurnUp.Day last = burnUp.days().getLast();
        double even = EvenPace.of(burnUp).at(last.day());
        long behind = Math.round(even) - last.closed();
        String words = behind > 0
                ? Texts.of("progress.burn-up.behind", behind)
                : behind < 0 ? Texts.of("progress.burn-up.ahead", -behind) : Texts.of("progress.burn-up.even");
        return Cards.quiet(Texts.of("progress.burn-up.finding", last.closed(), last.scope(), words));
    }

    private static Component legend() {
        Div legend = new Div();
        legend.addClassName("tf-pic-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        for (String name : List.of("scope", "closed", "even")) {
            Span key = new Span();
            key.addClassNames("tf-pic-key", "tf-pic-key-" + name);
            legend.add(new Span(key, new Span(Texts.of("progress.burn-up." + name + "-word"))));
        }
        return legend;
    }

    private static NativeTable table(BurnUp burnUp) {
        EvenPace even = EvenPace.of(burnUp);
        List<List<String>> rows = new ArrayList<>();
        burnUp.days()
                .forEach(day -> rows.add(List.of(
                        Times.day(day.day()),
                        Texts.of("progress.count", day.scope()),
                        Texts.of("progress.count", day.closed()),
                        Texts.of("progress.count", Math.round(even.at(day.day()))))));
        return SwappedPicture.table(
                List.of(
                        Texts.of("progress.burn-up.day"),
                        Texts.of("progress.burn-up.scope-word"),
                        Texts.of("progress.burn-up.closed-word"),
                        Texts.of("progress.burn-up.even-word")),
                rows);
    }
}
