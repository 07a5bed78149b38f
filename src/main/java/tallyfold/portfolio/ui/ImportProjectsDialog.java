package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.FailureText;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.project.ImportChoice;
import tallyfold.project.ImportResult;
import tallyfold.project.PortfolioId;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The window "Import projects": choose, then watch. */
final class ImportProjectsDialog extends Dialog {

    private final ImportContext context;
    private final @Nullable ConnectionId preselected;
    private final @Nullable PortfolioId portfolio;
    private final Runnable onChange;
    private final Div body = new Div();
    private final Div sentence = new Div();
    private final Div buttons = new Div();
    private final Button cancel = new Button(Texts.of("importing.cancel"), _ -> close());
    private final Button start = new Button(Texts.of("importing.import"), _ -> start());
    private final Button more = new Button(Texts.of("importing.more"), _ -> showSource());
    private final Button cancelWaiting = new Button(Texts.of("importing.cancel-waiting"), _ -> cancelWaiting());
    private final Button done = new Button(Texts.of("importing.close"), _ -> close());
    private @Nullable ImportSourceStep source;
    private @Nullable ImportProgressPanel progress;
    private int endedSoFar;

    ImportProjectsDialog(
            ImportContext context,
            @Nullable ConnectionId preselected,
            @Nullable PortfolioId portfolio,
            Runnable onChange) {
        this.context = context;
        this.preselected = preselected;
        this.portfolio = portfolio;
        this.onChange = onChange;
        addClassName("tf-import");
        setHeaderTitle(Texts.of("importing.title"));
        setCloseOnOutsideClick(false);
        Button closing = new Button(Symbol.CLOSE.icon(), _ -> close());
        closing.addThemeVariants(ButtonVariant.TERTIARY);
        closing.setAriaLabel(Texts.of("importing.close-window"));
        closing.setTooltipText(Texts.of("importing.close-window"));
        getHeader().add(closing);
        body.addClassName("tf-import-body");
        sentence.addClassName("tf-import-sentence");
        sentence.getElement().setAttribute("aria-live", "polite");
        buttons.addClassName("tf-actions");
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.setDisableOnClick(true);
        done.addThemeVariants(ButtonVariant.PRIMARY);
        more.addThemeVariants(ButtonVariant.TERTIARY);
        getFooter().add(sentence, buttons);
        add(body);
        ImportBatch.goingOn(context).ifPresentOrElse(this::showProgress, this::showSource);
    }

    private void showSource() {
        progress = null;
        ImportSourceStep step = new ImportSourceStep(context, preselected, portfolio, this::selectionChanged);
        source = step;
        start.setEnabled(true);
        show(step, cancel, start);
    }

    private void showProgress(ImportBatch batch) {
        source = null;
        endedSoFar = 0;
        ImportProgressPanel panel = new ImportProgressPanel(context, batch, this::progressChanged);
        progress = panel;
        say(Texts.of("importing.may-close"));
        show(panel, more, cancelWaiting, done);
    }

    private void show(Component step, Button... actions) {
        body.removeAll();
        body.add(step);
        buttons.removeAll();
        buttons.add(actions);
    }

    private Optional<ImportCandidateList> list() {
        ImportSourceStep step = source;
        return step == null ? Optional.empty() : step.list();
    }

    private void selectionChanged() {
        sentence.removeAll();
        list().ifPresent(list -> {
            Map<ImportRow, String> problems = list.problems();
            if (problems.isEmpty()) {
                return;
            }
            Span count = new Span(Texts.of("importing.clashes", problems.size()));
            count.addClassNames("tf-bad", "tf-import-clashes");
            Button showIt = new Button(Texts.of("importing.clashes-show"), _ -> list.showFirstProblem());
            showIt.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            sentence.add(Symbol.WARNING.icon("tf-bad"), count, new Span(Texts.of("importing.clashes-next")), showIt);
        });
    }

    private void start() {
        ImportSourceStep step = source;
        Optional<Connection> from = step == null ? Optional.empty() : step.chosen();
        Optional<ImportCandidateList> list = list();
        if (list.isEmpty() || from.isEmpty()) {
            refuse(Texts.of("importing.nothing-read"));
        } else if (list.get().selection().selected().isEmpty()) {
            refuse(Texts.of("importing.nothing-selected"));
        } else if (!list.get().problems().isEmpty()) {
            selectionChanged();
            list.get().showFirstProblem();
            start.setEnabled(true);
        } else {
            start(from.get(), list.get());
        }
    }

    private void start(Connection from, ImportCandidateList list) {
        List<ImportChoice> choices = list.selection().choices();
        @Nullable PortfolioId into = list.portfolio();
        say(Texts.of("importing.starting", choices.size()));
        BackgroundCall.start(
                context.background(),
                _ -> context.imports().start(from.id(), choices, into),
                result -> started(from, list, choices, result),
                failure -> {
                    FailureText words = FailureNote.words(FailureNote.Deed.IMPORTING, failure);
                    refuse(words.what() + " " + FailureNote.next(words));
                    sentence.add(FailureNote.helpLink(words));
                });
    }

    private void started(Connection from, ImportCandidateList list, List<ImportChoice> choices, ImportResult result) {
        switch (result) {
            case ImportResult.Started made -> {
                showProgress(ImportBatch.started(from, made.links(), choices));
                onChange.run();
            }
            case ImportResult.Refused refused -> {
                list.refused(refused.reasons());
                list.showFirstProblem();
                start.setEnabled(true);
            }
        }
    }

    private void cancelWaiting() {
        ImportProgressPanel panel = progress;
        if (panel != null) {
            panel.cancelWaiting();
        }
    }

    private void progressChanged() {
        ImportProgressPanel panel = progress;
        if (panel == null) {
            return;
        }
        cancelWaiting.setVisible(panel.anythingWaits());
        if (panel.ended() > endedSoFar) {
            endedSoFar = panel.ended();
            onChange.run();
        }
        say(Texts.of(panel.allEnded() ? "importing.all-ended" : "importing.may-close"));
    }

    private void refuse(String why) {
        sentence.removeAll();
        Span words = new Span(why);
        words.addClassName("tf-bad");
        sentence.add(Symbol.WARNING.icon("tf-bad"), words);
        start.setEnabled(true);
    }

    private void say(String text) {
        sentence.removeAll();
        sentence.add(Symbol.INFO.icon("tf-quiet"), new Span(text));
    }
}
