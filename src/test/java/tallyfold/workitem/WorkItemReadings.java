package tallyfold.workitem;

import java.time.Clock;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallyfold.workitem.internal.SummaryReader;
import tallyfold.workitem.internal.WorkItemFacetRepository;
import tallyfold.workitem.internal.WorkItemFigureRepository;
import tallyfold.workitem.internal.WorkItemListRepository;
import tallyfold.workitem.internal.WorkItemTreeReader;

/** Puts the reading side together on a database of a test, without sign-in. */
public final class WorkItemReadings {

    private WorkItemReadings() {}

    public static WorkItemService service(JdbcClient jdbc, Clock clock) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, () -> clock);
        context.register(
                WorkItemListRepository.class,
                WorkItemTreeReader.class,
                WorkItemFacetRepository.class,
                WorkItemFigureRepository.class,
                SummaryReader.class,
                WorkItemService.class);
        context.refresh();
        return context.getBean(WorkItemService.class);
    }
}
