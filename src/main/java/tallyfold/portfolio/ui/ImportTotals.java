package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tallyfold.uikit.Texts;

/** How many projects are done, failed, running and waiting: as a bar, and in words that are read out when they change. */
final class ImportTotals extends Div {

    private final Svg bar = new Svg();
    private final Div counts = new Div();
    private final Span spoken = new Span();
    private String said = "";

    ImportTotals() {
        addClassName("tf-import-totals");
        counts.addClassName("tf-import-counts");
        counts.getElement().setAttribute("aria-hidden", "true");
        bar.addClassName("tf-import-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        spoken.addClassName("tf-visually-hidden");
        spoken.getElement().setAttribute("aria-live", "polite");
        add(bar, counts, spoken);
    }

    void show(Map<ImportState, Integer> byState) {
        String words = Stream.of(ImportState.values())
                .filter(byState::containsKey)
                .map(state -> Texts.of("importing.total", byState.getOrDefault(state, 0), state.label()))
                .collect(Collectors.joining(", "));
        if (words.equals(said)) {
            return;
        }
        said = words;
        spoken.setText(words);
        counts.removeAll();
        byState.forEach((state, count) -> {
            Span one = new Span(state.symbol().icon(), new Span(Texts.of("importing.total", count, state.label())));
            one.addClassNames("tf-status-word", state.tone().className());
            counts.add(one);
        });
        bar.setSvg(picture(byState));
    }

    /** Segments in the order of the states; what waits is the empty track. */
    static String picture(Map<ImportState, Integer> byState) {
        int all = Math.max(
                1, byState.values().stream().mapToInt(Integer::intValue).sum());
        StringBuilder svg = new StringBuilder(
                "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" width=\"100%\" height=\"10\">"
                        + "<rect class=\"tf-import-track\" width=\"1000\" height=\"10\"/>");
        double at = 0;
        for (ImportState state : ImportState.values()) {
            double width = byState.getOrDefault(state, 0) * 1000.0 / all;
            if (width > 0 && state != ImportState.WAITING) {
                svg.append("<rect class=\"tf-import-%s\" x=\"%.1f\" width=\"%.1f\" height=\"10\"/>"
                        .formatted(state.name().toLowerCase(Locale.ROOT), at, Math.max(1, width - 2)));
            }
            at += width;
        }
        return svg.append("</svg>").toString();
    }
}
