package tallyfold.portfolio.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.portfolio.ui.source.ReadingProjects;
import tallyfold.portfolio.ui.source.SourceFields;
import tallyfold.project.ImportCandidate;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioTree;
import tallyfold.project.Project;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** First step: where from, and which projects of that organization. */
final class ImportSourceStep extends Div {

    private final ImportContext context;
    private final Runnable changed;
    private final SourceFields fields;
    private final Button again = new Button(Symbol.REFRESH.icon());
    private final Span found = new Span();
    private final Div content = new Div();
    private final @Nullable ConnectionId preselected;
    private final @Nullable PortfolioId portfolio;
    private @Nullable BackgroundCall reading;
    private @Nullable ImportCandidateList list;

    /** What the background brings back: the candidates, the projects they may be linked to, and where they may lie. */
    private record Read(List<ImportCandidate> candidates, List<Project> targets, PortfolioTree portfolios) {}

    ImportSourceStep(
            ImportContext context,
            @Nullable ConnectionId preselected,
            @Nullable PortfolioId portfolio,
            Runnable changed) {
        this.context = context;
        this.preselected = preselected;
        this.portfolio = portfolio;
        this.changed = changed;
        addClassName("tf-import-source");
        fields = new SourceFields(context.sources(), this::read);
        again.addThemeVariants(ButtonVariant.TERTIARY);
        again.setAriaLabel(Texts.of("importing.read-again"));
        again.setTooltipText(Texts.of("importing.read-again"));
        again.addClickListener(_ -> read());
        found.addClassName("tf-quiet");
        Div result = new Div(found, again);
        result.addClassName("tf-import-found");
        fields.add(result);
        content.addClassName("tf-import-content");
        add(fields, content);
    }

    Optional<ImportCandidateList> list() {
        return Optional.ofNullable(list);
    }

    Optional<Connection> chosen() {
        return fields.chosen();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (list == null) {
            fields.offer(preselected);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void read() {
        stop();
        Optional<Connection> connection = fields.chosen();
        if (connection.isEmpty()) {
            show(fields.nothingChosen());
            return;
        }
        Connection chosen = connection.get();
        ReadingProjects progress = new ReadingProjects(this::cancelReading);
        show(progress);
        reading = BackgroundCall.start(
                context.background(),
                task -> new Read(
                        context.imports().candidates(chosen.id(), count -> task.tell(() -> progress.soFar(count))),
                        context.imports().linkTargets(),
                        context.portfolios().get()),
                read -> showList(chosen, read),
                failure -> show(new FailureNote(FailureNote.Deed.IMPORTING, failure, this::read)));
    }

    private void showList(Connection from, Read read) {
        ImportCandidateList made = new ImportCandidateList(
                context,
                from,
                fields.sourceName(),
                read.candidates(),
                read.targets(),
                new PortfolioField(read.portfolios(), portfolio),
                changed);
        show(made);
        list = made;
        found.setText(Texts.of("importing.found", read.candidates().size()));
        again.setVisible(true);
        changed.run();
    }

    private void cancelReading() {
        stop();
        Button restart = new Button(Texts.of("importing.read-again"), Symbol.REFRESH.icon(), _ -> read());
        show(new EmptyState(
                Symbol.STOP,
                Texts.of("importing.reading-cancelled"),
                Texts.of("importing.reading-cancelled.next"),
                restart));
    }

    private void show(Component state) {
        if (list != null) {
            list.stop();
            list = null;
        }
        found.setText("");
        again.setVisible(false);
        content.removeAll();
        content.add(state);
        changed.run();
    }

    private void stop() {
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        if (list != null) {
            list.stop();
        }
    }
}
