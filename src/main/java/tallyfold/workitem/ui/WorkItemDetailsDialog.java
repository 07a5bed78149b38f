package tallyfold.workitem.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.workitem.StateChange;
import tallyfold.workitem.WorkItemColumn;
import tallyfold.workitem.WorkItemRow;

/** Everything known of one work item: its fields, its texts and the states it has been in. */
final class WorkItemDetailsDialog extends Dialog {

    /** @param mapped values of mapped fields by the name of their column */
    WorkItemDetailsDialog(WorkItemRow row, Map<String, String> mapped, List<StateChange> changes, Component text) {
        setHeaderTitle(Texts.of(
                "workitem.details.title", row.type(), Long.toString(row.key().id())));
        addClassName("tf-details-window");
        setWidth("720px");
        Button close = new Button(Symbol.CLOSE.icon(), _ -> close());
        close.setAriaLabel(Texts.of("workitem.details.close"));
        getHeader().add(close);
        Span title = new Span(row.title());
        Div heading = new Div(new TypeIcon(row.type(), row.level(), row.typeIcon(), row.typeColor()), title);
        heading.addClassName("tf-details-title");
        Div body = new Div(heading, fields(row, mapped), text, states(changes));
        body.addClassName("tf-details");
        add(body);
        if (row.webAddress() != null) {
            Anchor open =
                    new Anchor(row.webAddress().toString(), Texts.of("workitem.details.open"), AnchorTarget.BLANK);
            open.getElement().setAttribute("rel", "noopener noreferrer");
            getFooter().add(open);
        }
    }

    private static DescriptionList fields(WorkItemRow row, Map<String, String> mapped) {
        DescriptionList list = new DescriptionList();
        list.addClassName("tf-details-fields");
        list.add(
                new DescriptionList.Term(name(WorkItemColumn.STATE)),
                new DescriptionList.Description(new StateBadge(row.state(), row.category(), row.stateColor())));
        String assignee = row.assignee() == null ? Texts.of("workitem.unassigned") : row.assignee();
        line(list, WorkItemColumn.ASSIGNEE, assignee);
        line(list, WorkItemColumn.AREA, row.area());
        line(list, WorkItemColumn.ITERATION, row.iteration());
        line(list, WorkItemColumn.PRIORITY, number(row.priority()));
        line(list, WorkItemColumn.EFFORT, number(row.effort()));
        line(list, WorkItemColumn.ORIGINAL_ESTIMATE, number(row.originalEstimate()));
        line(list, WorkItemColumn.REMAINING_WORK, number(row.remainingWork()));
        line(list, WorkItemColumn.COMPLETED_WORK, number(row.completedWork()));
        line(list, WorkItemColumn.START, day(row.start()));
        line(list, WorkItemColumn.DUE, day(row.due() != null ? row.due() : row.target()));
        line(list, WorkItemColumn.CHANGED, row.changed() == null ? "" : Times.minute(row.changed()));
        line(list, WorkItemColumn.TAGS, String.join(", ", row.tags()));
        mapped.forEach(
                (name, value) -> list.add(new DescriptionList.Term(name), new DescriptionList.Description(value)));
        return list;
    }

    private static void line(DescriptionList list, WorkItemColumn column, String value) {
        if (!value.isEmpty()) {
            list.add(new DescriptionList.Term(name(column)), new DescriptionList.Description(value));
        }
    }

    private static Component states(List<StateChange> changes) {
        Div part = new Div(new H3(Texts.of("workitem.details.states")));
        part.addClassName("tf-details-states");
        if (changes.isEmpty()) {
            Paragraph none = new Paragraph(Texts.of("workitem.details.no-states"));
            none.addClassName("tf-quiet");
            part.add(none);
            return part;
        }
        OrderedList list = new OrderedList();
        for (StateChange change : changes) {
            Span when = new Span(Times.minute(change.at()));
            when.addClassName("tf-quiet");
            list.add(new ListItem(when, new Span(change.state())));
        }
        part.add(list);
        return part;
    }

    private static String name(WorkItemColumn column) {
        return Texts.of("workitem.column." + column.key());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Times.day(day);
    }

    private static String number(@Nullable Number value) {
        return value == null
                ? ""
                : NumberFormat.getNumberInstance(Locale.ENGLISH).format(value);
    }
}
