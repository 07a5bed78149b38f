package tallyfold.progress.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemFilter;

/** A number that opens what it counts; quiet where it counts nothing. */
final class FigureLink {

    private FigureLink() {}

    /**
     * A number.
     *
     * @param what is counted, for those who hear the link alone
     */
    static Component of(long number, String what, WorkItemFilter filter, ItemLinks links) {
        return of(Texts.of("progress.count", number), number == 0, what, filter, links);
    }

    static Component of(String words, boolean nothing, String what, WorkItemFilter filter, ItemLinks links) {
        if (nothing) {
            Span quiet = new Span(words);
            quiet.addClassNames("tf-quiet", "tf-figure");
            return quiet;
        }
        RouterLink link = links.to(words, filter);
        link.addClassName("tf-figure");
        link.getElement().setAttribute("aria-label", Texts.of("progress.figure", words, what));
        return link;
    }
}
