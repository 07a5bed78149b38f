package tallyfold.progress.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import java.util.List;
import tallyfold.progress.ProgressDay;
import tallyfold.uikit.SwappedPicture;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** How progress moved from day to day. */
public final class ProgressDaysCard extends Div {

    /** @param days those that are known, oldest first */
    public ProgressDaysCard(List<ProgressDay> days) {
        addClassName("tf-panel-cell");
        String title = Texts.of("progress.days");
        if (days.size() < 2) {
            Div card = Cards.card(title);
            card.add(Cards.quiet(Texts.of(days.isEmpty() ? "progress.days.none" : "progress.days.one")));
            add(card);
            return;
        }
        SwappedPicture picture = new SwappedPicture(title, new DaysPicture(days).draw(), table(days));
        Div card = Cards.card(title, picture.button());
        card.add(Cards.quiet(finding(days.getFirst(), days.getLast())), picture);
        add(card);
    }

    /** "52 % on 25 Oct 2026, 58 % on 23 Nov 2026". */
    private static String finding(ProgressDay first, ProgressDay last) {
        return Texts.of(
                "progress.days.finding",
                first.percent(),
                Times.day(first.day()),
                last.percent(),
                Times.day(last.day()));
    }

    private static NativeTable table(List<ProgressDay> days) {
        return SwappedPicture.table(
                List.of(
                        Texts.of("progress.days.day"),
                        Texts.of("progress.progress"),
                        Texts.of("progress.days.closed"),
                        Texts.of("progress.days.items")),
                days.reversed().stream()
                        .map(day -> List.of(
                                Times.day(day.day()),
                                Texts.of("progress.percent", day.percent()),
                                Texts.of("progress.count", day.closed()),
                                Texts.of("progress.count", day.items())))
                        .toList());
    }
}
