package tallyfold.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.connection.NetworkSettingsService;
import tallyfold.connection.ProxyDraft;
import tallyfold.connection.ProxyResult;
import tallyfold.kernel.Secret;
import tallyfold.uikit.Note;
import tallyfold.uikit.Notifications;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** The proxy between this installation and the internet. */
final class ProxySection extends SettingsCard {

    private static final Logger LOG = LoggerFactory.getLogger(ProxySection.class);

    private final transient NetworkSettingsService network;
    private final transient ExecutorService executor;
    private final ProxyForm form = new ProxyForm();
    private final Button save;
    private final Button tryIt;

    ProxySection(NetworkSettingsService network, ExecutorService executor) {
        super(
                Texts.of("administration.proxy"),
                Texts.of("administration.proxy-sentence"),
                Texts.of("administration.proxy-effect"));
        this.network = network;
        this.executor = executor;
        form.show(network.proxy());
        addFields(form);
        save = addSave(this::save);
        tryIt = addButton(Texts.of("administration.proxy-try"), this::tryIt);
    }

    private void save() {
        form.read().ifPresent(draft -> {
            try {
                show(network.saveProxy(draft));
            } finally {
                close(draft);
            }
        });
    }

    private void tryIt() {
        form.read().ifPresent(draft -> {
            UI ui = UI.getCurrentOrThrow();
            busy(true);
            say(Tone.INFO, Texts.of("administration.proxy-trying"));
            executor.execute(() -> {
                try {
                    ProxyResult result = network.tryProxy(draft);
                    tell(ui, () -> show(result));
                } catch (RuntimeException e) {
                    LOG.error("Trying the proxy failed inside the product", e);
                    tell(ui, () -> say(Tone.BAD, Texts.of("administration.proxy-broken")));
                } finally {
                    close(draft);
                }
            });
        });
    }

    private void tell(UI ui, Runnable words) {
        try {
            Future<Void> _ = ui.access(() -> {
                busy(false);
                words.run();
            });
        } catch (UIDetachedException gone) {
            LOG.debug("The page was closed while the proxy was tried");
        }
    }

    private void show(ProxyResult result) {
        switch (result) {
            case ProxyResult.Saved(boolean passwordDropped) -> {
                form.show(network.proxy());
                Notifications.success(Texts.of("administration.proxy-saved"));
                if (passwordDropped) {
                    say(Tone.WARNING, Texts.of("administration.proxy-password-dropped"));
                }
            }
            case ProxyResult.Refused(var fields) -> {
                form.show(fields);
                say();
            }
            case ProxyResult.Reached(var answer) ->
                say(
                        Tone.GOOD,
                        Texts.of(
                                answer.throughProxy()
                                        ? "administration.proxy-reached"
                                        : "administration.proxy-reached-directly",
                                answer.address(),
                                Math.max(1, answer.took().toMillis())));
            case ProxyResult.NotReached(var failure) -> {
                FailureText text = FailureWords.of(failure);
                Anchor more = new Anchor("help/" + text.helpAnchor(), text.id());
                Div words = new Div(new Span(text.what() + " " + text.next() + " "), more);
                say(new Note(Tone.BAD, words));
            }
        }
    }

    private void busy(boolean running) {
        save.setEnabled(!running);
        tryIt.setEnabled(!running);
    }

    private static void close(ProxyDraft draft) {
        Secret password = draft.password();
        if (password != null) {
            password.close();
        }
    }
}
