package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.function.Consumer;
import tallyfold.project.Link;
import tallyfold.project.LinkChange;
import tallyfold.provider.Element;
import tallyfold.uikit.Texts;

/** A link that is being changed: what it covers and how it is synced. Where it leads stays. */
final class EditLinkPanel extends Div {

    private final LinkingContext context;
    private final Link link;
    private final H3 heading;
    private final LinkEditor editor;
    private final LinkSettings settings;
    private final LinkSubmission submission;

    EditLinkPanel(LinkingContext context, Link link, Consumer<Link> changed) {
        this.context = context;
        this.link = link;
        addClassName("tf-link-form");
        settings = new LinkSettings(context.syncs(), context.clock());
        settings.inherit(context.syncs().rhythm(link.connection()));
        settings.take(link);
        submission = new LinkSubmission(context, changed);
        editor = new LinkEditor(context, Remote.of(link), link.id(), submission::reset);
        Div body = new Div(editor);
        body.addClassName("tf-link-body");
        heading = new H3(LinkWords.system(link));
        heading.getElement().setAttribute("tabindex", "-1");
        add(heading, body, settings, submission);
        editor.take(link.elements());
    }

    /** Puts the focus where this begins, for the button that had it is gone. */
    void focus() {
        heading.getElement().callJsFunction("focus");
    }

    /** Sends what was chosen, or says what is missing. */
    void submit() {
        List<Element> elements = editor.elements();
        if (elements.isEmpty()) {
            submission.missing(Texts.of("linking.missing.elements"));
            return;
        }
        if (!settings.validate()) {
            return;
        }
        submission.send(
                Texts.of("linking.save"),
                editor,
                (acknowledged, _) -> context.links()
                        .change(
                                link.id(),
                                new LinkChange(elements, settings.assignedOnly(), settings.rhythm(), acknowledged)));
    }
}
