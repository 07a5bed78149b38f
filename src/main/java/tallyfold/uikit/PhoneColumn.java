package tallyfold.uikit;

import com.vaadin.flow.component.grid.Grid;

/** On a phone a grid shows one column of cards in place of all others. */
public final class PhoneColumn {

    private static final int WIDTH = 600;

    private PhoneColumn() {}

    /** Shows only this column where the window is narrow, and all but this one elsewhere. */
    public static <T> void follow(Grid<T> grid, Grid.Column<T> card) {
        card.setVisible(false);
        grid.addAttachListener(event -> {
            fit(grid, card, event.getUI().getPage().getExtendedClientDetails().getBodyClientWidth());
            event.getUI().getPage().addBrowserWindowResizeListener(resized -> fit(grid, card, resized.getWidth()));
        });
    }

    private static <T> void fit(Grid<T> grid, Grid.Column<T> card, int width) {
        boolean phone = width > 0 && width < WIDTH;
        if (phone != card.isVisible()) {
            grid.getColumns().forEach(column -> column.setVisible(phone == column.equals(card)));
        }
    }
}
