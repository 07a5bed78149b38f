package tallyfold.portfolio.ui.source;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.provider.ProviderException;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Says in its place what went wrong and what to do, with the way to try again. */
public final class FailureNote extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(FailureNote.class);

    /** What somebody was at; decides the number of an error that is not the source system's. */
    public enum Deed {
        IMPORTING("import-projects", "TF-IMP-01", "TF-IMP-02"),
        LINKING("link-projects", "TF-LINK-01", "TF-LINK-02");

        private final String article;
        private final String unexpected;
        private final String denied;

        Deed(String article, String unexpected, String denied) {
            this.article = article;
            this.unexpected = unexpected;
            this.denied = denied;
        }

        private FailureText text(String id, String key) {
            return new FailureText(
                    id, Texts.of(key), Texts.of(key + ".next"), article + "#" + id.toLowerCase(Locale.ROOT));
        }
    }

    public FailureNote(Deed deed, RuntimeException failure, Runnable again) {
        this(words(deed, failure), again);
    }

    private FailureNote(FailureText words, Runnable again) {
        addClassName("tf-import-failure");
        Span what = new Span(words.what());
        what.addClassName("tf-import-failure-what");
        Button retry = new Button(Texts.of("portfolio.try-again"), Symbol.REFRESH.icon(), _ -> again.run());
        Div actions = new Div(retry, helpLink(words));
        actions.addClassName("tf-actions");
        add(new Note(Tone.BAD, what, new Paragraph(next(words)), actions));
    }

    /** The sentence that says what to do. */
    public static String next(FailureText words) {
        return Texts.of("portfolio.next", words.next());
    }

    /** The way to the article about an error, which shows the error's id. */
    public static Anchor helpLink(FailureText words) {
        Anchor link = new Anchor("help/" + words.helpAnchor(), Texts.of("portfolio.help", words.id()));
        link.addClassName("tf-import-help");
        link.setTarget("_blank");
        return link;
    }

    /** The words for whatever a call threw; what nobody expects goes to the log too. */
    public static FailureText words(Deed deed, RuntimeException failure) {
        return switch (failure) {
            case ProviderException refused -> FailureWords.of(refused.failure());
            case AccessDeniedException _ -> deed.text(deed.denied, "portfolio.connection-lost");
            default -> {
                LOG.error("{} stopped unexpectedly", deed, failure);
                yield deed.text(deed.unexpected, "portfolio.failed-unexpectedly");
            }
        };
    }
}
