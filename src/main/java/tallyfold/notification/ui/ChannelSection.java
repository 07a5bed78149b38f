package tallyfold.notification.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.notification.TestMessageResult;
import tallyfold.notification.UndeliveredMessage;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** A way by which messages leave: its settings, a test of it, and what did not get through. */
abstract class ChannelSection extends Section {

    private static final Logger log = LoggerFactory.getLogger(ChannelSection.class);

    private final transient ExecutorService background;
    private final Div result = new Div();
    private final Div actions = new Div();
    private final Div undelivered = new Div();

    ChannelSection(String titleKey, String sentenceKey, ExecutorService background) {
        this.background = background;
        addClassNames("tf-card", "tf-setting", "tf-news-channel");
        getElement().setAttribute("aria-label", Texts.of(titleKey));
        actions.addClassName("tf-actions");
        result.getElement().setAttribute("aria-live", "polite");
        add(new H2(Texts.of(titleKey)), new Paragraph(Texts.of(sentenceKey)));
    }

    /** Puts the buttons, and the places for what came of them, below what was added so far. */
    final void addActions(Button... buttons) {
        buttons[0].addThemeVariants(ButtonVariant.PRIMARY);
        actions.add(buttons);
        add(actions, result, undelivered);
    }

    final void say(Tone tone, String text) {
        result.removeAll();
        result.add(new Note(tone, text));
    }

    final void say(TestMessageResult outcome) {
        switch (outcome) {
            case TestMessageResult.Arrived arrived -> say(Tone.GOOD, arrived.text());
            case TestMessageResult.Failed failed -> say(Tone.BAD, failed.text());
        }
    }

    final void showUndelivered(List<UndeliveredMessage> messages) {
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
    final <T> void inBackground(String doing, Supplier<T> work, Consumer<T> done) {
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
