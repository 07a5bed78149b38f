package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.Standing;
import tallyfold.project.ProjectStatuses.Entry;
import tallyfold.project.StatusArea;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** What is said of a project, area by area: status, note, and who said so when. */
final class StatusCard extends Div {

    /** @param update opens the window to say something else; null for who may not */
    StatusCard(Standing standing, @Nullable Runnable update) {
        addClassNames("tf-card", "tf-summary-card", "tf-standing-card");
        Div head = new Div(new H2(Texts.of("standing.status")));
        head.addClassName("tf-standing-head");
        if (update != null) {
            Button button = new Button(Texts.of("standing.update"), _ -> update.run());
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            head.add(button);
        }
        add(head);
        for (StatusArea area : StatusArea.values()) {
            add(area(standing, area));
        }
    }

    private static Component area(Standing standing, StatusArea area) {
        Entry said = standing.said().of(area);
        Span name = new Span(area.label());
        name.addClassName("tf-standing-area");
        Div line = new Div(name, new StatusBadge(standing.status(area)));
        line.addClassName("tf-standing-line");
        Div block = new Div(line);
        block.addClassName("tf-standing-block");
        if (said.automatic()) {
            block.add(note(standing.computed().words()), small(Texts.of("standing.automatic")));
        }
        if (!said.note().isEmpty()) {
            block.add(note(said.note()));
        }
        Instant at = said.at();
        if (at != null && said.by() != null) {
            block.add(small(Texts.of("standing.who", said.by(), Times.minute(at))));
        }
        if (said.until() != null && !said.automatic()) {
            block.add(small(Texts.of("standing.until", Times.minute(said.until()))));
        }
        return block;
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("tf-standing-note");
        return note;
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassNames("tf-quiet", "tf-standing-small");
        return span;
    }
}
