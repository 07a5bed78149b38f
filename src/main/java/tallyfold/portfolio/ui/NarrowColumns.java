package tallyfold.portfolio.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves columns out of a grid while the window is narrow; what they say stands in the first column then. */
public final class NarrowColumns {

    private static final int NARROW = 760;

    private final List<? extends Grid.Column<?>> wideOnly;
    private @Nullable Registration resizing;

    private NarrowColumns(List<? extends Grid.Column<?>> wideOnly) {
        this.wideOnly = wideOnly;
    }

    /** Leaves out all but the first column. */
    public static <T> void keepFirst(Grid<T> grid) {
        NarrowColumns columns =
                new NarrowColumns(grid.getColumns().stream().skip(1).toList());
        grid.addAttachListener(event -> {
            Page page = event.getUI().getPage();
            columns.fit(page.getExtendedClientDetails().getWindowInnerWidth());
            columns.resizing = page.addBrowserWindowResizeListener(resize -> columns.fit(resize.getWidth()));
        });
        grid.addDetachListener(_ -> {
            Registration following = columns.resizing;
            if (following != null) {
                following.remove();
                columns.resizing = null;
            }
        });
    }

    private void fit(int windowWidth) {
        boolean wide = windowWidth <= 0 || windowWidth >= NARROW;
        wideOnly.forEach(column -> column.setVisible(wide));
    }
}
