package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.provider.ProviderException;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Says in its place what went wrong and what to do, with the way to try again. */
final class ImportFailureNote extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFailureNote.class);

    ImportFailureNote(RuntimeException failure, Runnable again) {
        this(words(failure), again);
    }

    private ImportFailureNote(FailureText words, Runnable again) {
        addClassName("tf-import-failure");
        Span what = new Span(words.what());
        what.addClassName("tf-import-failure-what");
        Button retry = new Button(Texts.of("importing.try-again"), Symbol.REFRESH.icon(), _ -> again.run());
        Div actions = new Div(retry, helpLink(words));
        actions.addClassName("tf-actions");
        add(new Note(Tone.BAD, what, new Paragraph(Texts.of("importing.next", words.next())), actions));
    }

    /** The way to the article about an error, which shows the error's id. */
    static Anchor helpLink(FailureText words) {
        Anchor link = new Anchor("help/" + words.helpAnchor(), Texts.of("importing.help", words.id()));
        link.addClassName("tf-import-help");
        link.setTarget("_blank");
        return link;
    }

    static FailureText words(RuntimeException failure) {
        if (failure instanceof ProviderException refused) {
            return FailureWords.of(refused.failure().code(), refused.failure().detail());
        }
        LOG.error("Importing stopped unexpectedly", failure);
        return new FailureText(
                "TF-IMP-01",
                Texts.of("importing.failed-unexpectedly"),
                Texts.of("importing.failed-unexpectedly.next"),
                "import-projects#tf-imp-01");
    }
}
