package simulator.azuredevops;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The structure of a demo project: areas, sprints around today, teams, queries. */
final class DemoProject {

    static final int SPRINT_DAYS = 14;

    private final Organization organization;
    private final DemoSubject subject;
    private final SimProject project;
    private final List<SimUser> people = new ArrayList<>();
    private final List<SimNode> areas = new ArrayList<>();
    private final List<SimNode> sprints = new ArrayList<>();
    private final Random random;
    private final int past;

    /**
     * @param past sprints already closed
     * @param future sprints after the current one
     */
    DemoProject(
            Organization organization,
            DemoSubject subject,
            SimProcess process,
            List<SimUser> crowd,
            Random random,
            int past,
            int future) {
        this.organization = organization;
        this.subject = subject;
        this.random = random;
        this.past = past;
        LocalDate start = currentSprint().minusDays((long) past * SPRINT_DAYS);
        this.project =
                organization.addProject(subject.name(), process, at(start.minusDays(45), 9, random.nextInt(3600)));
        project.description(subject.description());
        addAreas();
        addSprints(start, past + 1 + future);
        addTeams(crowd);
        addQueries();
    }

    LocalDate today() {
        return LocalDate.ofInstant(organization.now(), ZoneOffset.UTC);
    }

    private LocalDate currentSprint() {
        LocalDate monday = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return subject.name().length() % 2 == 0 ? monday : monday.minusDays(7);
    }

    static Instant at(LocalDate day, int hour, int second) {
        return day.atStartOfDay(ZoneOffset.UTC)
                .plusHours(hour)
                .plusSeconds(second)
                .toInstant()
                .plusMillis(second % 1000);
    }

    private void addAreas() {
        for (String path : subject.areas()) {
            SimNode node = project.areaRoot();
            String[] names = path.split("/", -1);
            for (int i = 0; i < names.length; i++) {
                SimNode child = node.child(names[i]);
                node = child != null ? child : organization.addArea(node, names[i]);
            }
            areas.add(node);
        }
    }

    private void addSprints(LocalDate start, int count) {
        SimNode parent = project.iterationRoot();
        for (int i = 0; i < count; i++) {
            LocalDate from = start.plusDays((long) i * SPRINT_DAYS);
            if (i % 6 == 0) {
                int left = Math.min(6, count - i);
                parent = organization.addIteration(
                        project.iterationRoot(),
                        "Release " + (i / 6 + 1),
                        from,
                        from.plusDays((long) left * SPRINT_DAYS - 1));
            }
            sprints.add(organization.addIteration(parent, "Sprint " + (i + 1), from, from.plusDays(SPRINT_DAYS - 1)));
        }
        organization.addIteration(project.iterationRoot(), "Someday", null, null);
    }

    private void addTeams(List<SimUser> crowd) {
        int size = Math.min(crowd.size(), 5 + random.nextInt(4));
        int from = random.nextInt(crowd.size());
        for (int i = 0; i < size; i++) {
            people.add(crowd.get((from + i * 3) % crowd.size()));
        }
        List<SimUser> distinct = people.stream().distinct().toList();
        people.clear();
        people.addAll(distinct);
        SimTeam main = project.defaultTeam();
        main.area(project.areaRoot(), true).iterations(sprints).backlogIteration(project.iterationRoot());
        people.forEach(main::add);
        main.administrator(people.getFirst());
        for (SimNode area : project.areaRoot().children()) {
            if (project.teams().size() < 4 && !area.children().isEmpty()) {
                SimTeam team = organization.addTeam(project.id(), area.name());
                team.area(area, true).iterations(sprints).backlogIteration(project.iterationRoot());
                people.stream().filter(_ -> random.nextInt(3) > 0).forEach(team::add);
                team.administrator(people.get(people.size() / 2));
            }
        }
    }

    private void addQueries() {
        SimQuery shared = project.sharedQueries();
        String here = "[System.TeamProject] = @project";
        String select = "SELECT [System.Id], [System.Title], [System.State] FROM WorkItems WHERE " + here;
        organization.addQuery(shared, "Everything open", select + " AND [Microsoft.VSTS.Common.ClosedDate] = ''");
        organization.addQuery(
                shared,
                "Changed this week",
                select + " AND [System.ChangedDate] >= @today - 7 ORDER BY [System.ChangedDate] DESC");
        SimQuery team = organization.addQueryFolder(shared, "Team meetings");
        SimQuery planning = organization.addQueryFolder(team, "Planning");
        organization.addQuery(team, "Nobody's items", select + " AND [System.AssignedTo] = ''");
        organization.addQuery(
                planning,
                "Tree of epics",
                "SELECT [System.Id], [System.Title] FROM WorkItemLinks WHERE [Source].[System.TeamProject] = @project AND"
                        + " [Source].[System.WorkItemType] = 'Epic' AND [System.Links.LinkType] ="
                        + " 'System.LinkTypes.Hierarchy-Forward' MODE (Recursive)");
    }

    Organization organization() {
        return organization;
    }

    DemoSubject subject() {
        return subject;
    }

    SimProject project() {
        return project;
    }

    List<SimUser> people() {
        return people;
    }

    List<SimNode> areas() {
        return areas;
    }

    /** All sprints in order of time. */
    List<SimNode> sprints() {
        return sprints;
    }

    /** Index of the sprint of today. */
    int currentIndex() {
        return past;
    }

    LocalDate sprintStart(int index) {
        return currentSprint().plusDays((long) (index - past) * SPRINT_DAYS);
    }

    Random random() {
        return random;
    }
}
