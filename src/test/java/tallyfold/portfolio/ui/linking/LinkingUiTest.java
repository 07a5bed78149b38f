package tallyfold.portfolio.ui.linking;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionService;
import tallyfold.portfolio.ui.ImportSamples;
import tallyfold.portfolio.ui.source.Sources;
import tallyfold.progress.ProgressService;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkPreview;
import tallyfold.project.LinkService;
import tallyfold.project.Project;
import tallyfold.project.ProjectService;
import tallyfold.project.Rhythm;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.Provider;
import tallyfold.provider.ProviderDescriptor;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.support.HeldCalls;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.workitem.ui.FieldMappingLauncher;

/** The window "Configure connections" over services the test makes up. */
@SuppressWarnings("NullAway")
abstract class LinkingUiTest extends BrowserlessTest {

    protected final LinkService links = mock();
    protected final ProjectService projects = mock();
    protected final ProgressService progress = mock();
    protected final SyncService syncs = mock();
    protected final FieldMappingLauncher mappings = mock();
    protected final ConnectionService connections = mock();
    protected final Connection contoso = ImportSamples.connection("contoso");
    protected final Connection fabrikam = ImportSamples.connection("fabrikam");
    protected final Project project = ImportSamples.project("Payments Platform");
    protected final List<Link> linked = new ArrayList<>();
    protected final Map<LinkId, SyncRun> runs = new HashMap<>();
    protected final List<Consumer<SyncRun>> listeners = new ArrayList<>();
    protected final HeldCalls background = new HeldCalls();
    protected List<Connection> usable = List.of(contoso);
    protected boolean mayConnect = true;
    protected int changes;

    @BeforeEach
    void prepare() {
        when(connections.usable()).thenAnswer(_ -> usable);
        when(projects.links(any())).thenAnswer(_ -> List.copyOf(linked));
        when(syncs.rhythm()).thenReturn(Rhythm.every(Duration.ofMinutes(15)));
        when(syncs.rhythm(any())).thenReturn(Rhythm.every(Duration.ofMinutes(15)));
        when(syncs.zone()).thenReturn(ZoneOffset.UTC);
        when(syncs.nextScheduled(any(LinkId.class))).thenReturn(Optional.of(ImportSamples.NOW.plusSeconds(600)));
        when(syncs.latest(anyCollection())).thenAnswer(call -> {
            Collection<LinkId> wanted = call.getArgument(0);
            Map<LinkId, SyncRun> found = new HashMap<>(runs);
            found.keySet().retainAll(wanted);
            return found;
        });
        when(syncs.listen(any())).thenAnswer(call -> {
            Consumer<SyncRun> listener = call.getArgument(0);
            listeners.add(listener);
            return (AutoCloseable) () -> listeners.remove(listener);
        });
        when(links.remoteProjects(any(), any()))
                .thenReturn(List.of(LinkSamples.remote("Payments"), LinkSamples.remote("Website")));
        when(links.choices(any(), any(), any(), any(), any())).thenReturn(new RemotePage<>(List.of(), null));
        when(links.find(any(), any(), any(), any(), org.mockito.ArgumentMatchers.anyInt()))
                .thenReturn(List.of());
        when(links.types(any(), any())).thenReturn(List.of());
        when(links.overlaps(any(), any(), any(), any())).thenReturn(List.of());
        when(links.preview(any(), any(), any(), any())).thenAnswer(call -> {
            List<Element> elements = call.getArgument(2);
            return new LinkPreview(
                    elements.size() * 10L,
                    0,
                    elements.stream()
                            .map(each -> new LinkPreview.Part(each, 10L, null))
                            .toList(),
                    Map.of());
        });
    }

    protected void children(ElementKind kind, String parent, ElementChoice... choices) {
        when(links.choices(
                        any(),
                        any(),
                        org.mockito.ArgumentMatchers.eq(kind),
                        parent == null
                                ? org.mockito.ArgumentMatchers.isNull()
                                : org.mockito.ArgumentMatchers.eq(parent),
                        org.mockito.ArgumentMatchers.isNull()))
                .thenReturn(new RemotePage<>(List.of(choices), null));
    }

    protected void open() {
        Provider provider = mock();
        when(provider.id()).thenReturn(ImportSamples.PROVIDER);
        when(provider.descriptor())
                .thenReturn(new ProviderDescriptor(
                        ImportSamples.PROVIDER, "Azure DevOps", "", "", "", "", List.of(), List.of(), List.of()));
        LinkingContext context = new LinkingContext(
                project,
                links,
                projects,
                progress,
                syncs,
                mappings,
                new Sources(connections, List.of(provider), mayConnect, (_, made) -> made.accept(fabrikam)),
                background,
                Duration.ZERO,
                Clock.fixed(ImportSamples.NOW, ZoneOffset.UTC));
        new ConfigureConnectionsDialog(context, () -> changes++).open();
        settle();
    }

    /** With a remote project chosen. */
    protected void openOn(String remote) {
        open();
        chooseProject(remote);
    }

    protected void chooseProject(String name) {
        test(remoteField()).selectItem(name);
        settle();
    }

    protected void look(String kind) {
        test(find(KindChoice.class).withCaption("What to link").single()).selectItem(kind);
        settle();
    }

    /** Ticks, or unticks, the first line with this name. */
    protected void tick(String name) {
        test(box(name)).click();
        settle();
    }

    protected Checkbox box(String name) {
        return cells().stream()
                .flatMap(LinkingUiTest::boxes)
                .filter(box -> box.getLabel().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line " + name + " among " + lines()));
    }

    protected List<String> lines() {
        return cells().stream()
                .map(cell -> cell.getElement().getTextRecursively()
                        + boxes(cell).map(Checkbox::getLabel).collect(Collectors.joining()))
                .toList();
    }

    protected List<Component> cells() {
        Grid<?> grid = grid();
        List<Component> cells = new ArrayList<>();
        for (int row = 0; row < test(grid).size(); row++) {
            cells.add(test(grid).getCellComponent(row, 0));
        }
        return cells;
    }

    protected Grid<?> grid() {
        return find(Grid.class).single();
    }

    protected void filter(String label, String text) {
        test(find(TextField.class).withAriaLabel(label).single()).setValue(text);
        settle();
    }

    protected void click(String text) {
        test(find(Button.class).withText(text).single()).click();
        settle();
    }

    protected boolean offers(String button) {
        return find(Button.class).all().stream().anyMatch(each -> each.getText().equals(button) && each.isVisible());
    }

    protected void tab(int index) {
        test(find(Tabs.class).single()).select(index);
        settle();
    }

    @SuppressWarnings("unchecked")
    protected ComboBox<RemoteProject> remoteField() {
        return find(ComboBox.class).withCaption("Azure DevOps project").single();
    }

    @SuppressWarnings("unchecked")
    protected Select<Connection> connectionField() {
        return find(Select.class).withCaption("Connection").single();
    }

    protected String text() {
        return find(ConfigureConnectionsDialog.class).single().getElement().getTextRecursively();
    }

    protected String covers() {
        return find(CoversPanel.class).single().getElement().getTextRecursively();
    }

    protected void settle() {
        // What comes back may ask for more.
        for (int i = 0; i < 4; i++) {
            background.runAll();
            VaadinSession session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            roundTrip();
        }
    }

    private static Stream<Checkbox> boxes(Component component) {
        return Stream.concat(
                component instanceof Checkbox box ? Stream.of(box) : Stream.empty(),
                component.getChildren().flatMap(LinkingUiTest::boxes));
    }
}
