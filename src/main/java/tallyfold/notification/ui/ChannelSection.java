package tallyfold.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.notification.SaveChannelResult;
import tallyfold.notification.TestMessageResult;
import tallyfold.notification.UndeliveredMessage;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/**
 * A way by which messages leave: its settings, a test of it, and what did not get through.
 *
 * @param <D> what is entered
 */
abstract class ChannelSection<D> extends Section {

    private static final String HELP = "help/notifications#when-a-message-does-not-get-through";

    private static final Logger log = LoggerFactory.getLogger(ChannelSection.class);

    private final String keys;
    private final transient ExecutorService background;
    private final Div result = new Div();
    private final Div actions = new Div();
    private final Div undelivered = new Div();
    private final Button test = new Button(Texts.of("notification.test"), _ -> test());
    private final Button off;

    /** @param keys where its texts begin, for example {@code notification.mail} */
    ChannelSection(String keys, ExecutorService background) {
        this.keys = keys;
        this.background = background;
        this.off = new Button(Texts.of(keys + ".turn-off"), _ -> turnOff());
        addClassNames("tf-card", "tf-setting", "tf-news-channel");
        getElement().setAttribute("aria-label", Texts.of(keys + ".title"));
        actions.addClassName("tf-actions");
        result.getElement().setAttribute("aria-live", "polite");
        add(new H2(Texts.of(keys + ".title")), new Paragraph(Texts.of(keys + ".sentence")));
    }

    /** Puts the fields in their place, the buttons and what came of them below, and fills all of it. */
    final void build(Component... fields) {
        add(fields);
        Button save = new Button(Texts.of(keys + ".save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        actions.add(save, test, off);
        add(actions, result, undelivered);
        refresh();
    }

    private void refresh() {
        boolean set = show();
        test.setEnabled(set);
        off.setEnabled(set);
        showUndelivered(undelivered());
    }

    private void save() {
        read().ifPresent(draft -> inBackground(
                Texts.of("notification.saving"),
                () -> {
                    try {
                        return store(draft);
                    } finally {
                        forget(draft);
                    }
                },
                this::saved));
    }

    private void saved(SaveChannelResult outcome) {
        switch (outcome) {
            case SaveChannelResult.Saved _ -> {
                refresh();
                saySaved();
            }
            case SaveChannelResult.Refused refused -> refuse(refused.field(), refused.reason());
        }
    }

    private void test() {
        inBackground(Texts.of("notification.testing"), prepareTest(), this::say);
    }

    private void turnOff() {
        remove();
        refresh();
        say(Tone.INFO, Texts.of(keys + ".off"));
    }

    /** Fills the fields with what is stored; says whether anything is. */
    abstract boolean show();

    abstract List<UndeliveredMessage> undelivered();

    /** What was entered, or empty after marking what is wrong. */
    abstract Optional<D> read();

    /** On another thread. */
    abstract SaveChannelResult store(D draft);

    /** Closes the secret in a draft, if there is one. */
    abstract void forget(D draft);

    /** Marks what was refused. */
    abstract void refuse(SaveChannelResult.Field field, String reason);

    void saySaved() {
        say(Tone.GOOD, Texts.of(keys + ".saved"));
    }

    /** Takes from the page what the test needs; the rest runs on another thread. */
    abstract Supplier<TestMessageResult> prepareTest();

    abstract void remove();

    final void say(Tone tone, String text) {
        result.removeAll();
        result.add(new Note(tone, text));
    }

    private void say(TestMessageResult outcome) {
        switch (outcome) {
            case TestMessageResult.Arrived arrived -> say(Tone.GOOD, arrived.text());
            case TestMessageResult.Failed failed -> {
                Anchor more = new Anchor(HELP, Texts.of("notification.more"));
                result.removeAll();
                result.add(new Note(Tone.BAD, new Span(failed.text()), new Span(" "), more));
            }
        }
    }

    private void showUndelivered(List<UndeliveredMessage> messages) {
        undelivered.removeAll();
        if (!messages.isEmpty()) {
            UnorderedList list = new UnorderedList();
            messages.forEach(each -> list.add(new ListItem(Texts.of(
                    each.givenUp() ? "notification.given-up" : "notification.tried",
                    Times.minute(each.occurred()),
                    each.attempts(),
                    each.problem()))));
            undelivered.add(new Paragraph(Texts.of("notification.undelivered")), list);
        }
    }

    /** Runs what may take its time; the outcome comes back to the page, unless it is gone. */
    private <T> void inBackground(String doing, Supplier<T> work, Consumer<T> done) {
        UI ui = UI.getCurrentOrThrow();
        actions.setEnabled(false);
        say(Tone.INFO, doing);
        background.execute(() -> {
            try {
                T outcome = work.get();
                tell(ui, () -> {
                    actions.setEnabled(true);
                    result.removeAll();
                    done.accept(outcome);
                });
            } catch (RuntimeException e) {
                log.warn("Settings of a channel could not be dealt with", e);
                tell(ui, () -> {
                    actions.setEnabled(true);
                    say(Tone.BAD, Texts.of("notification.channel-fault"));
                });
            }
        });
    }

    private static void tell(UI ui, Command command) {
        try {
            Future<Void> _ = ui.access(command);
        } catch (UIDetachedException _) {
            log.debug("A page was closed while its work went on");
        }
    }
}
