package tallyfold.workitem.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.connection.FailureText;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.ItemText;

/** The long texts of a work item, read in the background as soon as somebody sees it; else a sentence why there are none. */
final class ItemTextArea extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(ItemTextArea.class);

    private final transient ExecutorService background;
    private final transient Supplier<ItemText> source;

    /** @param source asked on a thread of {@code background} */
    ItemTextArea(ExecutorService background, Supplier<ItemText> source) {
        this.background = background;
        this.source = source;
        addClassName("tf-details-text");
        getElement().setAttribute("aria-live", "polite");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (event.isInitialAttach()) {
            read(event.getUI());
        }
    }

    private void read(UI ui) {
        removeAll();
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", Texts.of("workitem.details.reading"));
        add(quiet(Texts.of("workitem.details.reading")), bar);
        background.execute(() -> {
            try {
                ItemText text = source.get();
                tell(ui, () -> show(text));
            } catch (RuntimeException e) {
                LOG.error("Reading the text of a work item failed inside the product", e);
                tell(ui, this::broken);
            }
        });
    }

    private void show(ItemText text) {
        removeAll();
        switch (text) {
            case ItemText.Read(var parts) -> {
                parts.forEach(this::part);
                if (parts.isEmpty()) {
                    add(quiet(Texts.of("workitem.details.no-text")));
                }
            }
            case ItemText.Copy() -> add(new Note(Tone.INFO, Texts.of("workitem.details.copy")));
            case ItemText.Failed(FailureText words) -> {
                Anchor help = new Anchor("help/" + words.helpAnchor(), Texts.of("workitem.details.help", words.id()));
                help.setTarget("_blank");
                add(new Note(
                        Tone.BAD,
                        new Span(words.what()),
                        new Paragraph(Texts.of("workitem.details.next", words.next())),
                        new Div(again(), help)));
            }
        }
    }

    private void part(ItemText.Part part) {
        Div markup = new Div(new Html("<div>" + part.safeHtml() + "</div>"));
        markup.addClassName("tf-markup");
        add(new H3(Texts.of("workitem.details.text." + part.kind())), markup);
        if (part.cut()) {
            add(quiet(Texts.of("workitem.details.cut")));
        }
    }

    private void broken() {
        removeAll();
        add(new Note(Tone.BAD, new Span(Texts.of("workitem.details.broken")), again()));
    }

    private Button again() {
        return new Button(Texts.of("workitem.details.again"), Symbol.REFRESH.icon(), _ -> read(UI.getCurrentOrThrow()));
    }

    private static Paragraph quiet(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("tf-quiet");
        return paragraph;
    }

    private static void tell(UI ui, Command command) {
        try {
            Future<Void> _ = ui.access(command);
        } catch (UIDetachedException gone) {
            LOG.debug("The page that showed a work item was closed");
        }
    }
}
