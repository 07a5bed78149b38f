package tallyfold.workitem.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.project.LinkId;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemSummary;
import tallyfold.workitem.WorkItemSummary.Counts;
import tallyfold.workitem.internal.WorkItemFigureRepository.TypeCount;

/** Makes the figures of projects from counts: decides per link which type its process counts by. */
@Component
public class SummaryReader {

    private static final Map<String, String> COUNTED_TYPES =
            Map.of("Agile", "User Story", "Basic", "Task", "Scrum", "Task", "CMMI", "Task");

    private final WorkItemFigureRepository figures;
    private final WorkItemListRepository lists;

    SummaryReader(WorkItemFigureRepository figures, WorkItemListRepository lists) {
        this.figures = figures;
        this.lists = lists;
    }

    public WorkItemSummary read(ReadingScope scope) {
        List<TypeCount> counts = figures.counts(List.of(scope.project()));
        Map<LinkId, List<TypeCount>> byLink = counts.stream().collect(Collectors.groupingBy(TypeCount::link));
        List<WorkItemSummary.OfLink> links = new ArrayList<>();
        for (WorkItemFigureRepository.LinkProcess link : figures.links(scope.project())) {
            List<TypeCount> ofLink = byLink.getOrDefault(link.link(), List.of());
            links.add(new WorkItemSummary.OfLink(
                    link.link(),
                    countedType(link.processBase()),
                    sum(ofLink.stream().filter(SummaryReader::counts).toList(), false),
                    sum(ofLink, false)));
        }
        WorkItemFigureRepository.Span span = figures.span(scope);
        return new WorkItemSummary(
                scope.project(),
                links,
                sum(counts.stream().filter(SummaryReader::counts).toList(), true),
                sum(counts, true),
                lists.count(scope, WorkItemFilter.NONE.withLate(true)),
                figures.people(scope),
                figures.iterations(scope),
                span.start(),
                span.finish());
    }

    /** Items of the counted types; a project without items has {@link Counts#NONE}. */
    public Map<ProjectId, Counts> progress(Collection<ProjectId> projects) {
        Map<ProjectId, Counts> progress = new HashMap<>();
        projects.forEach(project -> progress.put(project, Counts.NONE));
        if (!projects.isEmpty()) {
            figures.counts(projects).stream()
                    .filter(SummaryReader::counts)
                    .forEach(count -> progress.merge(count.project(), sum(List.of(count), true), Counts::plus));
        }
        return progress;
    }

    private static boolean counts(TypeCount count) {
        @Nullable String type = countedType(count.processBase());
        return type == null || type.equals(count.type());
    }

    /** A process without a known base gives no hint, so that every item counts. */
    private static @Nullable String countedType(@Nullable String processBase) {
        return processBase == null ? null : COUNTED_TYPES.get(processBase);
    }

    private static Counts sum(Collection<TypeCount> counts, boolean once) {
        Counts sum = Counts.NONE;
        for (TypeCount count : counts) {
            long items = once ? count.count() - count.shared() : count.count();
            sum = sum.plus(new Counts(Map.of(count.category(), items)));
        }
        return sum;
    }
}
