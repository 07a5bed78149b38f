package tallyfold.workitem;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.audit.AuditLog;
import tallyfold.project.ProjectId;
import tallyfold.workitem.internal.FieldMappingRepository;
import tallyfold.workitem.internal.ItemCountRepository;
import tallyfold.workitem.internal.ItemCounts;
import tallyfold.workitem.internal.OrderedKeys;
import tallyfold.workitem.internal.PeopleReader;
import tallyfold.workitem.internal.PeopleRepository;
import tallyfold.workitem.internal.StateChangeRepository;
import tallyfold.workitem.internal.WorkItemFacetRepository;
import tallyfold.workitem.internal.WorkItemListRepository;
import tallyfold.workitem.internal.WorkItemTreeReader;

/** Puts the reading side together on a database of a test, without sign-in. */
public final class WorkItemReadings {

    private WorkItemReadings() {}

    public static WorkItemService service(JdbcClient jdbc, Clock clock) {
        return context(jdbc, clock).getBean(WorkItemService.class);
    }

    public static PeopleService people(JdbcClient jdbc, Clock clock) {
        return context(jdbc, clock).getBean(PeopleService.class);
    }

    /** Counts anew what was written as plain SQL. */
    public static void recount(DataSource dataSource, ProjectId... projects) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.register(ItemCountRepository.class, ItemCounts.class);
        context.refresh();
        context.getBean(ItemCounts.class).recount(List.of(projects));
    }

    public static StateHistoryService history(DataSource dataSource) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.register(StateChangeRepository.class, StateHistoryService.class);
        context.refresh();
        return context.getBean(StateHistoryService.class);
    }

    private static AnnotationConfigApplicationContext context(JdbcClient jdbc, Clock clock) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(AuditLog.class, () -> Mockito.mock(AuditLog.class));
        context.register(
                OrderedKeys.class,
                WorkItemListRepository.class,
                WorkItemTreeReader.class,
                WorkItemFacetRepository.class,
                FieldMappingRepository.class,
                PeopleRepository.class,
                PeopleReader.class,
                WorkItemService.class,
                PeopleService.class);
        context.refresh();
        return context;
    }
}
