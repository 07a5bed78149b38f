package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.Standing;
import tallyfold.project.OverallStatus;
import tallyfold.project.ProjectStatuses.Entry;
import tallyfold.project.StatusArea;
import tallyfold.project.StatusDraft;
import tallyfold.project.StatusHold;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The fields of one area in the window "Update status". */
final class StatusAreaFields extends Div {

    private static final int LONGEST_NOTE = 1_000;

    private final StatusArea area;
    private final Entry before;
    private final Select<OverallStatus> status = new Select<>();
    private final Select<StatusHold> hold = new Select<>();
    private final TextArea note;

    StatusAreaFields(StatusArea area, Standing standing) {
        this.area = area;
        this.before = standing.said().of(area);
        addClassName("tf-standing-fields");
        status.setLabel(area.label());
        status.setItems(
                Arrays.stream(OverallStatus.values()).filter(area::takes).toList());
        status.setItemLabelGenerator(item -> item == null ? Texts.of("standing.automatic") : item.label());
        Div choices = new Div(status);
        choices.addClassName("tf-standing-choices");
        note = new TextArea(Texts.of("standing.note", area.label()));
        note.setMaxLength(LONGEST_NOTE);
        note.setMinRows(1);
        note.setMaxRows(5);
        note.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        note.setValue(before.note());
        if (area == StatusArea.SCHEDULE) {
            status.setEmptySelectionAllowed(true);
            status.setEmptySelectionCaption(Texts.of("standing.automatic"));
            hold(choices);
        }
        status.setValue(before.status());
        add(choices);
        if (area == StatusArea.SCHEDULE) {
            Span computed = new Span(Texts.of(
                    "standing.computed",
                    standing.computed().status().label(),
                    standing.computed().words()));
            computed.addClassNames("tf-quiet", "tf-standing-small");
            add(computed);
        }
        add(note);
    }

    private void hold(Div choices) {
        hold.setLabel(Texts.of("standing.hold"));
        boolean ends = before.until() != null;
        List<StatusHold> offered = Arrays.stream(StatusHold.values())
                .filter(each -> ends || each != StatusHold.AS_BEFORE)
                .toList();
        hold.setItems(offered);
        hold.setItemLabelGenerator(this::word);
        if (ends) {
            hold.setValue(StatusHold.AS_BEFORE);
        } else {
            hold.setValue(before.automatic() ? StatusHold.SEVEN_DAYS : StatusHold.UNTIL_CHANGED);
        }
        hold.setVisible(!before.automatic());
        status.addValueChangeListener(change -> {
            hold.setVisible(change.getValue() != null);
            if (change.getValue() == null) {
                note.clear();
            }
        });
        choices.add(hold);
    }

    private String word(@Nullable StatusHold each) {
        if (each == null) {
            return "";
        }
        if (each == StatusHold.AS_BEFORE && before.until() != null) {
            return Texts.of("standing.hold.as-before", Times.day(before.until()));
        }
        return each.days() > 0 ? Texts.of("standing.hold.days", each.days()) : Texts.of("standing.hold.until-changed");
    }

    StatusDraft read() {
        @Nullable StatusHold chosen = hold.getValue();
        return new StatusDraft(
                area, status.getValue(), note.getValue(), chosen == null ? StatusHold.UNTIL_CHANGED : chosen);
    }

    StatusArea area() {
        return area;
    }

    void refuse(String reason) {
        boolean tooLong = note.getValue().length() > LONGEST_NOTE;
        if (tooLong) {
            note.setErrorMessage(reason);
            note.setInvalid(true);
            note.focus();
        } else {
            status.setErrorMessage(reason);
            status.setInvalid(true);
            status.focus();
        }
    }

    void focusFirst() {
        status.focus();
    }
}
