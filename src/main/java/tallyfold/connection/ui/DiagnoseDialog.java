package tallyfold.connection.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.connection.Connection;
import tallyfold.connection.DiagnosisService;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.provider.Diagnosed;
import tallyfold.provider.ProviderException;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Asks every question once, shows each as it is answered, and offers the report. Closing the window ends it. */
final class DiagnoseDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(DiagnoseDialog.class);

    private final transient DiagnosisService service;
    private final transient ExecutorService executor;
    private final Connection connection;
    private final OrderedList questions = new OrderedList();
    private final ProgressBar progress = new ProgressBar();
    private final Span count = new Span();
    private final Div outcome = new Div();
    private final Button close = new Button(Texts.of("connection.cancel"), _ -> close());
    private final transient AtomicBoolean wanted = new AtomicBoolean(true);
    private int failed;

    DiagnoseDialog(DiagnosisService service, ExecutorService executor, Connection connection) {
        this.service = service;
        this.executor = executor;
        this.connection = connection;
        setHeaderTitle(Texts.of("connection.diagnosis.title", connection.name()));
        addClassName("tf-connection-dialog");
        setCloseOnOutsideClick(false);
        questions.addClassNames("tf-checks-list", "tf-diagnosis-list");
        // It scrolls, and whoever has no mouse scrolls with the keys.
        questions.getElement().setAttribute("tabindex", "0");
        questions.getElement().setAttribute("aria-label", Texts.of("connection.diagnosis.questions"));
        progress.getElement().setAttribute("aria-label", Texts.of("connection.diagnosis.running"));
        count.addClassName("tf-quiet");
        Div live = new Div(count, outcome);
        live.getElement().setAttribute("role", "status");
        live.addClassName("tf-diagnosis-outcome");
        add(new Paragraph(Texts.of("connection.diagnosis.why")), progress, live, questions);
        getFooter().add(close);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                run();
            } else {
                wanted.set(false);
            }
        });
    }

    private void run() {
        UI ui = UI.getCurrentOrThrow();
        executor.execute(() -> {
            try {
                String report = service.diagnose(connection.id(), question -> {
                    if (!wanted.get()) {
                        throw new CancellationException();
                    }
                    tell(ui, () -> show(question));
                });
                tell(ui, () -> offer(report));
            } catch (CancellationException closedMeanwhile) {
                LOG.debug("A diagnosis was given up because its window was closed");
            } catch (ProviderException refused) {
                tell(ui, () -> end(FailureWords.of(refused.failure())));
            } catch (RuntimeException e) {
                LOG.error("A diagnosis failed inside the product", e);
                tell(ui, this::broken);
            }
        });
    }

    private void show(Diagnosed question) {
        progress.setMax(question.of());
        progress.setValue(question.number());
        count.setText(Texts.of("connection.diagnosis.count", question.number(), question.of()));
        if (question.outcome() == Diagnosed.Outcome.FAILED) {
            failed++;
        }
        questions.add(line(question));
    }

    private static ListItem line(Diagnosed question) {
        String tone = switch (question.outcome()) {
            case ANSWERED -> "tf-good";
            case FAILED -> "tf-bad";
            case SKIPPED -> "tf-quiet";
        };
        Symbol symbol = switch (question.outcome()) {
            case ANSWERED -> Symbol.SUCCESS;
            case FAILED -> Symbol.FAILURE;
            case SKIPPED -> Symbol.SKIPPED;
        };
        Span name = new Span(question.name());
        name.addClassName("tf-check-name");
        Span word = new Span(Texts.of("connection.diagnosis." + question.outcome()));
        word.addClassNames("tf-check-word", tone);
        Div line = new Div(symbol.icon(tone), name, word);
        line.addClassName("tf-check-line");
        long took = question.exchanges().stream()
                .map(Diagnosed.Exchange::took)
                .reduce(Duration.ZERO, Duration::plus)
                .toMillis();
        Div more = new Div(
                question.exchanges().isEmpty()
                        ? question.understood()
                        : Texts.of("connection.diagnosis.line", question.understood(), took));
        more.addClassNames("tf-check-more", "tf-quiet");
        ListItem item = new ListItem(line, more);
        item.addClassName("tf-check");
        return item;
    }

    private void offer(String report) {
        progress.setVisible(false);
        close.setText(Texts.of("connection.close"));
        outcome.add(new Note(
                failed == 0 ? Tone.GOOD : Tone.WARNING,
                Texts.of(failed == 0 ? "connection.diagnosis.good" : "connection.diagnosis.some-failed", failed)));
        DownloadHandler handler = event -> {
            event.setFileName("tallyfold-diagnosis.txt");
            event.setContentType("text/plain; charset=utf-8");
            event.getOutputStream().write(report.getBytes(StandardCharsets.UTF_8));
        };
        Anchor download = new Anchor(handler, Texts.of("connection.diagnosis.download"));
        download.addClassName("tf-diagnosis-download");
        getFooter().add(download);
    }

    private void end(FailureText text) {
        progress.setVisible(false);
        close.setText(Texts.of("connection.close"));
        outcome.add(new Note(Tone.BAD, text.what() + " " + text.next()));
    }

    private void broken() {
        progress.setVisible(false);
        close.setText(Texts.of("connection.close"));
        outcome.add(new Note(Tone.BAD, Texts.of("connection.diagnosis.broken")));
    }

    private static void tell(UI ui, Command command) {
        try {
            java.util.concurrent.Future<Void> _ = ui.access(command);
        } catch (UIDetachedException gone) {
            LOG.debug("Nobody is there any more to see the diagnosis");
        }
    }
}
