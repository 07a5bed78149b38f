package tallyfold.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/**
 * A picture and its table. The table is there for screen readers all the time, and for everybody at the press of a button.
 */
public final class SwappedPicture extends Div {

    private final Component picture;
    private final Div table;
    private final String subject;
    private final Button swap = new Button();
    private boolean asTable;

    /**
     * Shows the picture.
     *
     * @param subject what both are about, which names the table
     */
    public SwappedPicture(String subject, Component picture, NativeTable table) {
        this.subject = subject;
        this.picture = picture;
        this.table = new Div(table);
        addClassName("tf-swapped");
        table.addClassName("tf-table");
        table.getElement().setAttribute("aria-label", subject);
        this.table.getElement().setAttribute("role", "region");
        this.table.getElement().setAttribute("aria-label", subject);
        swap.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        swap.addClickListener(_ -> swap());
        add(picture, this.table);
        show();
    }

    /** The button that swaps them, for the head of the card. */
    public Button button() {
        return swap;
    }

    private void swap() {
        asTable = !asTable;
        show();
    }

    private void show() {
        picture.setVisible(!asTable);
        table.setClassName("tf-visually-hidden", !asTable);
        table.setClassName("tf-table-scroll", asTable);
        if (asTable) {
            // What scrolls has to be reachable by the keyboard.
            table.getElement().setAttribute("tabindex", "0");
        } else {
            table.getElement().removeAttribute("tabindex");
        }
        String words = Texts.of(asTable ? "uikit.as-picture" : "uikit.as-table");
        swap.setText(words);
        swap.setAriaLabel(Texts.of("uikit.swap", words, subject));
    }

    /** A table with the words of its columns; the first cell of a row names the row. */
    public static NativeTable table(List<String> columns, List<List<String>> rows) {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        for (List<String> values : rows) {
            NativeTableRow row = table.getBody().addRow();
            NativeTableHeaderCell name = new NativeTableHeaderCell(values.getFirst());
            name.getElement().setAttribute("scope", "row");
            row.add(name);
            values.stream().skip(1).forEach(value -> row.add(new NativeTableCell(value)));
        }
        return table;
    }
}
