package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.Connection;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.portfolio.ui.source.ReadingProjects;
import tallyfold.portfolio.ui.source.SourceFields;
import tallyfold.project.Link;
import tallyfold.project.LinkDraft;
import tallyfold.provider.Element;
import tallyfold.provider.RemoteProject;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The tab "Link to project": where from, which project there, what of it, and how it is synced. */
final class NewLinkPanel extends Div {

    private final LinkingContext context;
    private final SourceFields fields;
    private final ComboBox<RemoteProject> remote = new ComboBox<>();
    private final Div content = new Div();
    private final LinkSettings settings;
    private final LinkSubmission submission;
    private @Nullable BackgroundCall reading;
    private @Nullable LinkEditor editor;
    private boolean read;

    NewLinkPanel(LinkingContext context, Consumer<Link> linked) {
        this.context = context;
        addClassName("tf-link-form");
        settings = new LinkSettings(context.syncs(), context.clock());
        settings.setVisible(false);
        submission = new LinkSubmission(context, linked);
        fields = new SourceFields(context.sources(), this::read);
        remote.setItemLabelGenerator(RemoteProject::name);
        remote.setPlaceholder(Texts.of("linking.remote-placeholder"));
        remote.addValueChangeListener(_ -> showEditor());
        fields.addComponentAtIndex(2, remote);
        content.addClassName("tf-link-body");
        add(fields, content, settings, submission);
    }

    /** Sends what was chosen, or says what is missing. */
    void submit() {
        LinkEditor chosen = editor;
        Connection connection = fields.chosen().orElse(null);
        RemoteProject project = remote.getValue();
        if (connection == null) {
            submission.missing(Texts.of("linking.missing.connection"));
        } else if (project == null || chosen == null) {
            submission.missing(Texts.of("linking.missing.project", fields.sourceName()));
            remote.focus();
        } else if (chosen.elements().isEmpty()) {
            submission.missing(Texts.of("linking.missing.elements"));
        } else if (settings.validate()) {
            List<Element> elements = chosen.elements();
            submission.send(
                    Texts.of("linking.link"),
                    chosen,
                    (acknowledged, schedule) -> context.links()
                            .link(new LinkDraft(
                                    context.project().id(),
                                    connection.id(),
                                    project.id(),
                                    elements,
                                    settings.assignedOnly(),
                                    settings.rhythm(),
                                    acknowledged,
                                    schedule)));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        if (!read) {
            fields.offer(fields.chosen().map(Connection::id).orElse(null));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop();
        super.onDetach(event);
    }

    private void read() {
        stop();
        read = false;
        remote.setLabel(Texts.of("linking.remote", fields.sourceName()));
        remote.setItems(List.of());
        remote.setVisible(fields.chosen().isPresent());
        if (fields.chosen().isEmpty()) {
            show(fields.nothingChosen());
            return;
        }
        Connection from = fields.chosen().get();
        settings.inherit(context.syncs().rhythm(from.id()));
        ReadingProjects progress = new ReadingProjects(this::cancelReading);
        show(progress);
        reading = BackgroundCall.start(
                context.background(),
                call -> context.links().remoteProjects(from.id(), count -> call.tell(() -> progress.soFar(count))),
                this::offer,
                failure -> show(new FailureNote(FailureNote.Deed.LINKING, failure, this::read)));
    }

    private void cancelReading() {
        stop();
        show(new EmptyState(
                Symbol.STOP,
                Texts.of("importing.reading-cancelled"),
                Texts.of("importing.reading-cancelled.next"),
                new Button(Texts.of("importing.read-again"), Symbol.REFRESH.icon(), _ -> read())));
    }

    private void offer(List<RemoteProject> projects) {
        read = true;
        remote.setItems(projects);
        if (projects.isEmpty()) {
            show(new EmptyState(
                    Symbol.PROJECTS,
                    Texts.of("linking.no-projects"),
                    Texts.of("linking.no-projects.next"),
                    new Button(Texts.of("portfolio.try-again"), Symbol.REFRESH.icon(), _ -> read())));
        } else if (projects.size() == 1) {
            remote.setValue(projects.getFirst());
        } else {
            show(new EmptyState(
                    Symbol.PROJECTS,
                    Texts.of("linking.choose-project", projects.size()),
                    Texts.of("linking.choose-project.next")));
        }
    }

    private void showEditor() {
        RemoteProject project = remote.getValue();
        Connection connection = fields.chosen().orElse(null);
        if (project != null && connection != null) {
            LinkEditor made = new LinkEditor(context, new Remote(connection.id(), project), null, submission::reset);
            show(made);
            editor = made;
            settings.setVisible(true);
        } else if (editor != null) {
            offer(remote.getListDataView().getItems().toList());
        }
    }

    private void show(Component state) {
        editor = null;
        settings.setVisible(false);
        submission.reset();
        content.removeAll();
        content.add(state);
    }

    private void stop() {
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
    }
}
