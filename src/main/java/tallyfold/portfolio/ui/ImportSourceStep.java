package tallyfold.portfolio.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.project.ImportCandidate;
import tallyfold.project.Project;
import tallyfold.provider.Provider;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** First step: where from, and which projects of that organization. */
final class ImportSourceStep extends Div {

    private final ImportContext context;
    private final Runnable changed;
    private final Select<Provider> source = new Select<>();
    private final Select<Connection> connection = new Select<>();
    private final Button add = new Button(Texts.of("importing.add-connection"), Symbol.ADD.icon());
    private final Button again = new Button(Symbol.REFRESH.icon());
    private final Span found = new Span();
    private final Div content = new Div();
    private final @Nullable ConnectionId preselected;
    private @Nullable ImportTask reading;
    private @Nullable ImportCandidateList list;

    /** What the background brings back: the candidates and the projects they may be linked to. */
    private record Read(List<ImportCandidate> candidates, List<Project> targets) {}

    ImportSourceStep(ImportContext context, @Nullable ConnectionId preselected, Runnable changed) {
        this.context = context;
        this.preselected = preselected;
        this.changed = changed;
        addClassName("tf-import-source");
        source.setLabel(Texts.of("importing.source"));
        source.setItemLabelGenerator(provider -> provider.descriptor().name());
        source.setItems(context.providers());
        connection.setLabel(Texts.of("importing.connection"));
        connection.setPlaceholder(Texts.of("importing.connection-placeholder"));
        connection.setItemLabelGenerator(Connection::name);
        connection.setPrefixComponent(Symbol.CONNECTIONS.icon());
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.addClassName("tf-import-add");
        add.addClickListener(_ -> addConnection());
        again.addThemeVariants(ButtonVariant.TERTIARY);
        again.setAriaLabel(Texts.of("importing.read-again"));
        again.setTooltipText(Texts.of("importing.read-again"));
        again.addClickListener(_ -> read());
        found.addClassName("tf-quiet");
        Div result = new Div(found, again);
        result.addClassName("tf-import-found");
        Div choice = new Div(source, connection, add, result);
        choice.addClassName("tf-import-choice");
        content.addClassName("tf-import-content");
        add(choice, content);
        context.providers().stream().findFirst().ifPresent(source::setValue);
        source.addValueChangeListener(_ -> offerConnections(null));
        connection.addValueChangeListener(_ -> read());
    }

    Optional<ImportCandidateList> list() {
        return Optional.ofNullable(list);
    }

    Optional<Connection> chosen() {
        return connection.getOptionalValue();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (list == null) {
            offerConnections(preselected);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void addConnection() {
        source.getOptionalValue()
                .ifPresent(provider -> context.addConnection().accept(provider, made -> offerConnections(made.id())));
    }

    private void offerConnections(@Nullable ConnectionId wanted) {
        Provider provider = source.getValue();
        List<Connection> usable = context.connections().usable().stream()
                .filter(one -> provider != null && one.provider().equals(provider.id()))
                .toList();
        connection.setItems(usable);
        boolean none = usable.isEmpty();
        connection.setVisible(!none);
        add.setVisible(!none && context.mayConnect());
        if (none) {
            show(noConnection());
            return;
        }
        Optional<Connection> first =
                usable.stream().filter(one -> one.id().equals(wanted)).findFirst();
        if (first.isEmpty() && usable.size() == 1) {
            first = usable.stream().findFirst();
        }
        if (first.isPresent()) {
            connection.setValue(first.get());
        } else {
            show(new EmptyState(
                    Symbol.CONNECTIONS,
                    Texts.of("importing.choose-connection"),
                    Texts.of("importing.choose-connection.next")));
        }
    }

    private Component noConnection() {
        if (!context.mayConnect()) {
            return new EmptyState(
                    Symbol.CONNECTIONS,
                    Texts.of("importing.no-connection"),
                    Texts.of("importing.no-connection.manager"));
        }
        Button first = new Button(Texts.of("importing.add-connection"), Symbol.ADD.icon(), _ -> addConnection());
        first.addThemeVariants(ButtonVariant.PRIMARY);
        return new EmptyState(
                Symbol.CONNECTIONS,
                Texts.of("importing.no-connection"),
                Texts.of(
                        "importing.no-connection.next",
                        source.getOptionalValue()
                                .map(provider -> provider.descriptor().name())
                                .orElse("")),
                first);
    }

    private void read() {
        stop();
        Connection chosen = connection.getValue();
        if (chosen == null) {
            show(new Div());
            return;
        }
        ImportReading progress = new ImportReading(this::cancelReading);
        show(progress);
        reading = ImportTask.start(
                context.background(),
                task -> new Read(
                        context.imports().candidates(chosen.id(), count -> task.tell(() -> progress.soFar(count))),
                        context.imports().linkTargets()),
                read -> showList(chosen, read),
                failure -> show(new ImportFailureNote(failure, this::read)));
    }

    private void showList(Connection from, Read read) {
        ImportCandidateList made = new ImportCandidateList(
                context,
                from,
                source.getOptionalValue()
                        .map(provider -> provider.descriptor().name())
                        .orElse(""),
                read.candidates(),
                read.targets(),
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
