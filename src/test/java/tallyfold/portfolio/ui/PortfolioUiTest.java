package tallyfold.portfolio.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import tallyfold.administration.GettingStartedService;
import tallyfold.administration.InstallationService;
import tallyfold.audit.AuditLog;
import tallyfold.connection.ConnectionId;
import tallyfold.kernel.Page;
import tallyfold.kernel.PageQuery;
import tallyfold.portfolio.FavouriteService;
import tallyfold.portfolio.PlannedProject;
import tallyfold.portfolio.SavedViewService;
import tallyfold.portfolio.ScheduleStanding;
import tallyfold.portfolio.StandingService;
import tallyfold.portfolio.internal.FavouriteRepository;
import tallyfold.portfolio.internal.SavedViewRepository;
import tallyfold.portfolio.ui.linking.LinkingLauncher;
import tallyfold.portfolio.ui.standing.StandingParts;
import tallyfold.progress.ProgressService;
import tallyfold.project.KeyDateService;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioService;
import tallyfold.project.PortfolioTree;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectService;
import tallyfold.project.ProjectSettingsService;
import tallyfold.project.ProjectStatus;
import tallyfold.project.ScheduleSource;
import tallyfold.project.StatusService;
import tallyfold.provider.Element;
import tallyfold.provider.RemoteProjectId;
import tallyfold.security.ColleagueService;
import tallyfold.security.CurrentUser;
import tallyfold.security.SignOut;
import tallyfold.support.HeldCalls;
import tallyfold.support.MutableClock;
import tallyfold.sync.RunHistoryService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncService;
import tallyfold.workitem.FieldMappingService;
import tallyfold.workitem.ItemTextService;
import tallyfold.workitem.PeopleService;
import tallyfold.workitem.ProjectFieldStore;
import tallyfold.workitem.WorkItemSeed;
import tallyfold.workitem.WorkItemService;

/** Project pages on the real reading of work items, with projects and runs the test makes up. */
@SpringBootTest(
        classes = PortfolioUiTest.Application.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:portfolio-ui;DB_CLOSE_DELAY=-1",
            "tallyfold.home=target/portfolio-ui-test",
            "db-scheduler.enabled=false"
        })
@SuppressWarnings("NullAway")
public abstract class PortfolioUiTest extends SpringBrowserlessTest {

    @Autowired
    protected ProjectService projects;

    @Autowired
    protected PortfolioService portfolios;

    @MockitoSpyBean
    protected ProgressService progress;

    @Autowired
    protected WorkItemService items;

    @Autowired
    protected AuditLog audit;

    @Autowired
    protected SyncService syncs;

    @Autowired
    protected RunHistoryService past;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected OpenedImports imports;

    @Autowired
    protected OpenedLinking linking;

    @MockitoBean
    protected PeopleService people;

    @MockitoBean
    protected StandingService standings;

    @MockitoBean
    protected StatusService statuses;

    @MockitoBean
    protected KeyDateService keyDates;

    @MockitoBean
    protected ProjectSettingsService settings;

    @MockitoBean
    protected ColleagueService colleagues;

    @Autowired
    protected HeldCalls background;

    @MockitoBean
    protected ItemTextService texts;

    @MockitoBean
    protected FieldMappingService mappings;

    @MockitoBean
    protected ProjectFieldStore projectFields;

    protected final ConnectionId connection = new ConnectionId(UUID.randomUUID());
    /** Of all pages that are open, the first one of each test included. */
    protected static final List<Consumer<SyncRun>> LISTENERS = new CopyOnWriteArrayList<>();

    private final List<Project> stored = new ArrayList<>();
    protected WorkItemSeed seed;

    @BeforeEach
    void empty() {
        for (String table : List.of(
                "project_tally_part",
                "epic_due",
                "project_tally",
                "leaf_count",
                "project_day",
                "progress_rule_state",
                "progress_rule_type",
                "progress_rule",
                "item_count",
                "item_version",
                "link_item",
                "work_item",
                "work_item_type",
                "work_item_state",
                "iteration",
                "area",
                "link",
                "project")) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        seed = new WorkItemSeed(jdbc);
        imports.opened.clear();
        imports.into.clear();
        linking.opened.clear();
        jdbc.sql("DELETE FROM saved_view").update();
        jdbc.sql("DELETE FROM field_mapping").update();
        doAnswer(_ -> (long) stored.size()).when(projects).count();
        when(portfolios.tree()).thenReturn(new PortfolioTree(List.of(), Map.of()));
        doAnswer(call -> page(call.getArgument(0), call.getArgument(1)))
                .when(projects)
                .page(anyString(), any());
        doAnswer(call -> stored.stream()
                        .filter(project -> project.id().equals(call.getArgument(0)))
                        .findFirst())
                .when(projects)
                .find(any());
        when(standings.standing(any(), any(), any()))
                .thenAnswer(call -> StandingSamples.standing(call.<Project>getArgument(0)));
        when(syncs.latest(any(ProjectId.class))).thenReturn(Optional.empty());
        when(syncs.latestOfProjects(anyCollection())).thenReturn(Map.of());
        when(syncs.zone()).thenReturn(ZoneOffset.UTC);
        doAnswer(call -> call.<Collection<ProjectId>>getArgument(0).stream()
                        .collect(Collectors.toMap(Function.identity(), projects::links)))
                .when(projects)
                .linksOf(anyCollection());
    }

    private Page<Project> page(String filter, PageQuery query) {
        List<Project> found = stored.stream()
                .filter(project -> project.name().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT)))
                .toList();
        return new Page<>(
                found.stream().skip(query.offset()).limit(query.limit()).toList(), found.size());
    }

    /** Has every list say so of the schedule of every project. */
    protected void schedule(ScheduleStanding schedule) {
        when(standings.schedules(anyCollection()))
                .thenAnswer(call -> call.<Collection<PlannedProject>>getArgument(0).stream()
                        .collect(Collectors.toMap(planned -> planned.project().id(), _ -> schedule)));
    }

    /** A project without a link. */
    protected Project unlinked(String name) {
        Project project =
                new Project(seed.project(name), name, "", null, null, ScheduleSource.OWN, ImportSamples.NOW, 1);
        stored.add(project);
        when(projects.links(project.id())).thenReturn(List.of());
        return project;
    }

    /** The same project with other words about how it stands, and other days. */
    protected Project with(ProjectId id, ProjectStatus status, @Nullable LocalDate start, @Nullable LocalDate finish) {
        Project before = projects.find(id).orElseThrow();
        Project after = new Project(
                id,
                before.name(),
                before.description(),
                start,
                finish,
                before.schedule(),
                status,
                before.manager(),
                before.created(),
                before.version());
        stored.replaceAll(each -> each.id().equals(id) ? after : each);
        return after;
    }

    /** A project with one link by the process Agile. */
    protected Link project(String name) {
        ProjectId id = seed.project(name);
        LinkId link = seed.link(id, connection, name, "Agile");
        stored.add(new Project(id, name, "", null, null, ScheduleSource.OWN, ImportSamples.NOW, 1));
        Link made = new Link(
                link,
                id,
                connection,
                "fabrikam",
                new RemoteProjectId(name),
                name,
                "Agile",
                URI.create("https://dev.azure.com/fabrikam/shop"),
                List.of(new LinkedElement(Element.WHOLE_PROJECT, name, null)),
                true,
                null,
                ImportSamples.NOW,
                null);
        when(projects.links(id)).thenReturn(List.of(made));
        return made;
    }

    protected SyncRun lastRun(Link link, SyncRunStatus status) {
        SyncRun run = ImportSamples.run(link, status, 10, 4);
        when(syncs.latest(link.project())).thenReturn(Optional.of(run));
        when(syncs.latestOfProjects(anyCollection())).thenReturn(Map.of(link.project(), run));
        return run;
    }

    /** Goes to an address with its query, as a browser does. */
    protected void go(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    protected void tell(SyncRun run) {
        LISTENERS.forEach(listener -> listener.accept(run));
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    protected static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    /** Notes for which connection the window was asked. */
    public static final class OpenedImports implements ImportLauncher {

        final List<Optional<ConnectionId>> opened = new ArrayList<>();
        public final List<Optional<PortfolioId>> into = new ArrayList<>();

        @Override
        public void open(@Nullable ConnectionId preselected, @Nullable PortfolioId portfolio, Runnable onChange) {
            opened.add(Optional.ofNullable(preselected));
            into.add(Optional.ofNullable(portfolio));
        }
    }

    /** Notes for which project the window was asked. */
    static final class OpenedLinking implements LinkingLauncher {

        final List<ProjectId> opened = new ArrayList<>();

        @Override
        public void open(ProjectId project, Runnable onChange) {
            opened.add(project);
        }
    }

    @SpringBootApplication(
            scanBasePackages = {"tallyfold.workitem", "tallyfold.progress"},
            proxyBeanMethods = false)
    @EnableVaadin("tallyfold.portfolio")
    @EnableMethodSecurity
    @Import({
        CurrentUser.class,
        FigureTabs.class,
        StandingParts.class,
        ProjectRows.class,
        FavouriteService.class,
        FavouriteRepository.class,
        SavedViewService.class,
        SavedViewRepository.class
    })
    static class Application {

        @Bean
        AuditLog auditLog() {
            return mock(AuditLog.class);
        }

        @Bean
        ProjectService projectService() {
            ProjectService projects = mock(ProjectService.class);
            when(projects.page(anyString(), any())).thenReturn(Page.empty());
            return projects;
        }

        @Bean
        PortfolioService portfolioService() {
            return mock(PortfolioService.class);
        }

        @Bean
        SyncService syncService() {
            SyncService syncs = mock(SyncService.class);
            when(syncs.listen(any())).thenAnswer(call -> {
                Consumer<SyncRun> listener = call.getArgument(0);
                LISTENERS.add(listener);
                return (AutoCloseable) () -> LISTENERS.remove(listener);
            });
            return syncs;
        }

        @Bean
        RunHistoryService runHistoryService() {
            return mock(RunHistoryService.class);
        }

        // The frame comes with every page.
        @Bean
        InstallationService installationService() {
            InstallationService installation = mock(InstallationService.class);
            when(installation.name()).thenReturn("");
            return installation;
        }

        @Bean
        GettingStartedService gettingStartedService() {
            return mock(GettingStartedService.class);
        }

        @Bean
        SignOut signOut() {
            return mock(SignOut.class);
        }

        @Bean
        BuildProperties buildProperties() {
            return new BuildProperties(new Properties());
        }

        @Bean
        OpenedImports importLauncher() {
            return new OpenedImports();
        }

        @Bean
        OpenedLinking linkingLauncher() {
            return new OpenedLinking();
        }

        @Bean(destroyMethod = "shutdownNow")
        HeldCalls backgroundExecutor() {
            return new HeldCalls();
        }

        @Bean
        MutableClock clock() {
            return new MutableClock(ImportSamples.NOW.plusSeconds(300));
        }
    }
}
