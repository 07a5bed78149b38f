package simulator.azuredevops;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.SimState.Category;

/** The work items of a demo project with the history they would have. */
final class DemoBacklog {

    private static final List<String> RISKS = List.of("1 - High", "2 - Medium", "3 - Low");

    private final DemoProject demo;
    private final DemoTitles titles;
    private final DemoTimeline timeline = new DemoTimeline();
    private final Random random;
    private final SimProcess process;
    private final Map<Plan, Long> ids = new HashMap<>();
    private int rank;

    DemoBacklog(DemoProject demo) {
        this.demo = demo;
        this.random = demo.random();
        this.titles = new DemoTitles(demo.subject(), random);
        this.process = demo.project().process();
    }

    /** An item that will be created in its turn. */
    private static final class Plan {
        final SimType type;
        final String title;
        final @Nullable Plan parent;
        final Instant created;
        final int sprint;

        Plan(SimType type, String title, @Nullable Plan parent, Instant created, int sprint) {
            this.type = type;
            this.title = title;
            this.parent = parent;
            this.created = created;
            this.sprint = sprint;
        }
    }

    /** Fills the project. */
    void fill(int epics, int features, int stories, int tasks, int bugs) {
        int sprint = 0;
        int planned = Math.max(1, epics * features * stories);
        int done = 0;
        for (int e = 0; e < epics; e++) {
            String epicTitle =
                    demo.subject().epics().get(e % demo.subject().epics().size());
            Plan epic = portfolio("Epic", epicTitle, null, e, epics);
            for (int f = 0; f < features; f++) {
                boolean flat = process.find("Feature").isEmpty();
                Plan above = flat ? epic : portfolio("Feature", titles.feature(epicTitle), epic, e, epics);
                for (int s = 0; s < stories; s++) {
                    sprint = Math.min(
                            demo.sprints().size() - 1, done++ * demo.sprints().size() / planned);
                    story(above, sprint, tasks);
                }
            }
        }
        for (int b = 0; b < bugs; b++) {
            extra(
                    process.find("Bug").orElse(process.requirement()),
                    titles.bug(),
                    random.nextInt(demo.sprints().size()));
        }
        for (SimType type : process.types()) {
            if (type.category().equals(SystemProcesses.NONE) || type.category().equals(SystemProcesses.TEST_CASE)) {
                for (int i = 0; i < Math.min(3, bugs); i++) {
                    extra(type, titles.other(type.name()), random.nextInt(demo.currentIndex() + 1));
                }
            }
        }
        timeline.run(demo.organization().now());
    }

    private Plan portfolio(String type, String title, @Nullable Plan parent, int index, int of) {
        int size = demo.sprints().size();
        int first = size * index / of;
        int last = Math.min(size - 1, Math.max(first + 1, size * (index + 1) / of - 1));
        Plan plan = plan(process.type(type), title, parent, demo.sprintStart(0).minusDays(30L - random.nextInt(9)), -1);
        Map<String, Object> fields = base(plan);
        fields.put(Fields.START_DATE, demo.sprintStart(first));
        fields.put(Fields.TARGET_DATE, demo.sprintStart(last).plusDays(DemoProject.SPRINT_DAYS - 3));
        fields.put(Fields.EFFORT, (double) (20 + random.nextInt(6) * 10));
        fields.put(Fields.DESCRIPTION, titles.description(title));
        custom(title, fields);
        create(plan, fields);
        if (first <= demo.currentIndex()) {
            boolean over = last < demo.currentIndex() && random.nextInt(5) > 0;
            lead(
                    plan,
                    demo.sprintStart(first),
                    over ? Category.COMPLETED : Category.IN_PROGRESS,
                    DemoProject.SPRINT_DAYS * (last - first + 1));
        }
        return plan;
    }

    /** Fields the organization has added to its process; by the title, so that chance elsewhere stays what it was. */
    private static void custom(String title, Map<String, Object> fields) {
        int mark = Math.floorMod(title.hashCode(), 12);
        fields.put("Custom.BusinessValue", (double) (10 + mark * 5));
        fields.put("Custom.RiskClass", RISKS.get(mark % RISKS.size()));
    }

    private void story(Plan feature, int sprint, int tasks) {
        LocalDate start = demo.sprintStart(sprint);
        Plan plan =
                plan(process.requirement(), titles.story(), feature, start.minusDays(3L + random.nextInt(25)), sprint);
        Map<String, Object> fields = base(plan);
        estimate(plan.type, fields);
        custom(plan.title, fields);
        if (random.nextInt(3) == 0) {
            fields.put(Fields.DESCRIPTION, titles.description(plan.title));
        }
        create(plan, fields);
        Category end = outcome(sprint);
        lead(plan, start, end, DemoProject.SPRINT_DAYS - 2);
        int count = sprint > demo.currentIndex() + 1 ? 0 : random.nextInt(tasks + 1);
        for (int t = 0; t < count; t++) {
            task(plan, sprint, end);
        }
    }

    private void task(Plan story, int sprint, Category storyEnd) {
        LocalDate start = demo.sprintStart(sprint);
        Plan plan =
                plan(process.type("Task"), titles.task(story.title), story, start.minusDays(random.nextInt(3)), sprint);
        Map<String, Object> fields = base(plan);
        double hours = 2 + random.nextInt(14);
        if (plan.type.fields().contains(Fields.ORIGINAL_ESTIMATE)) {
            fields.put(Fields.ORIGINAL_ESTIMATE, hours);
        }
        fields.put(Fields.REMAINING_WORK, hours);
        fields.put(Fields.ACTIVITY, titles.pick(List.of("Development", "Testing", "Design", "Documentation")));
        create(plan, fields);
        Category end = storyEnd == Category.COMPLETED ? storyEnd : outcome(sprint);
        lead(plan, start, end, DemoProject.SPRINT_DAYS - 4);
        if (end == Category.IN_PROGRESS) {
            Map<String, Object> progress = new LinkedHashMap<>();
            progress.put(Fields.REMAINING_WORK, Math.max(1, hours - 1 - random.nextInt(6)));
            if (plan.type.fields().contains(Fields.COMPLETED_WORK)) {
                progress.put(Fields.COMPLETED_WORK, (double) (1 + random.nextInt(6)));
            }
            later(plan, moment(start.plusDays(3L + random.nextInt(4))), progress);
        }
    }

    private void extra(SimType type, String title, int sprint) {
        LocalDate start = demo.sprintStart(sprint);
        Plan plan = plan(type, title, null, start.minusDays(random.nextInt(6)), sprint);
        Map<String, Object> fields = base(plan);
        estimate(type, fields);
        if (type.fields().contains(Fields.SEVERITY)) {
            fields.put(
                    Fields.SEVERITY,
                    titles.pick(List.of("1 - Critical", "2 - High", "3 - Medium", "3 - Medium", "4 - Low")));
        }
        if (type.fields().contains(Fields.DUE_DATE)) {
            fields.put(Fields.DUE_DATE, start.plusDays(20));
        }
        create(plan, fields);
        lead(plan, start, outcome(sprint), DemoProject.SPRINT_DAYS);
    }

    private Category outcome(int sprint) {
        int dice = random.nextInt(100);
        if (sprint < demo.currentIndex()) {
            return dice < 91 ? Category.COMPLETED : dice < 97 ? Category.IN_PROGRESS : Category.REMOVED;
        }
        if (sprint == demo.currentIndex()) {
            return dice < 35 ? Category.COMPLETED : dice < 75 ? Category.IN_PROGRESS : Category.PROPOSED;
        }
        return dice < 4 ? Category.REMOVED : Category.PROPOSED;
    }

    private void estimate(SimType type, Map<String, Object> fields) {
        for (String field : List.of(Fields.STORY_POINTS, Fields.EFFORT, Fields.SIZE)) {
            if (type.fields().contains(field) && random.nextInt(12) > 0) {
                fields.put(field, titles.pick(List.of(1.0, 2.0, 3.0, 3.0, 5.0, 5.0, 8.0, 13.0)));
            }
        }
    }

    private Plan plan(SimType type, String title, @Nullable Plan parent, LocalDate day, int sprint) {
        // what is planned for later has been written down by now
        LocalDate written = day.isBefore(demo.today()) ? day : demo.today().minusDays(1L + random.nextInt(30));
        Instant moment = moment(written);
        if (parent != null && !moment.isAfter(parent.created)) {
            moment = parent.created.plusSeconds(60L + random.nextInt(7200));
        }
        return new Plan(type, title, parent, moment, sprint);
    }

    private Instant moment(LocalDate day) {
        return DemoProject.at(day, 7 + random.nextInt(10), random.nextInt(3600));
    }

    private Map<String, Object> base(Plan plan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(Fields.TITLE, plan.title);
        fields.put(Fields.AREA_PATH, titles.pick(demo.areas()));
        fields.put(Fields.PRIORITY, 1 + random.nextInt(4));
        fields.put(Fields.STACK_RANK, 1_000_000.0 + 997.5 * ++rank);
        if (plan.sprint >= 0) {
            fields.put(Fields.ITERATION_PATH, demo.sprints().get(plan.sprint));
        }
        if (random.nextInt(plan.sprint > demo.currentIndex() ? 2 : 14) > 0) {
            fields.put(Fields.ASSIGNED_TO, titles.pick(demo.people()));
        }
        if (random.nextInt(5) == 0) {
            fields.put(Fields.TAGS, titles.pick(demo.subject().tags()));
        } else if (random.nextInt(20) == 0) {
            fields.put(Fields.TAGS, String.join("; ", demo.subject().tags().subList(0, 2)));
        }
        fields.put(Fields.CHANGED_BY, titles.pick(demo.people()));
        fields.put(Fields.CHANGED_DATE, plan.created);
        return fields;
    }

    private void create(Plan plan, Map<String, Object> fields) {
        timeline.at(plan.created, () -> {
            Plan parent = plan.parent;
            Long above = parent == null ? null : ids.get(parent);
            if (above != null) {
                fields.put(Fields.PARENT, above);
            }
            ids.put(plan, demo.organization().createItem(demo.project().id(), plan.type.name(), fields));
        });
    }

    /** Walks through the type's states up to the first of the wanted category, a step every few days. */
    private void lead(Plan plan, LocalDate start, Category end, int days) {
        if (end == Category.PROPOSED) {
            return;
        }
        List<SimState> way = plan.type.states().stream()
                .filter(state -> state.category() != Category.REMOVED || end == Category.REMOVED)
                .toList();
        int last = 0;
        for (int i = 0; i < way.size(); i++) {
            if (way.get(i).category() == end) {
                last = i;
                if (end != Category.IN_PROGRESS || random.nextBoolean()) {
                    break;
                }
            }
        }
        Instant from = moment(start.plusDays(random.nextInt(2)));
        Instant first = from.isAfter(plan.created) ? from : plan.created.plusSeconds(600);
        Duration step = Duration.ofHours(24L * days / Math.max(1, last + 1)).minusMinutes(random.nextInt(600));
        for (int i = end == Category.REMOVED ? last : 1; i <= last; i++) {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put(Fields.STATE, way.get(i).name());
            if (way.get(i).category() == Category.COMPLETED
                    && plan.type.fields().contains(Fields.REMAINING_WORK)) {
                change.put(Fields.REMAINING_WORK, 0.0);
            }
            if (random.nextInt(9) == 0) {
                change.put(Fields.HISTORY_TEXT, titles.comment());
            }
            later(plan, first.plus(step.multipliedBy(i - 1L)), change);
        }
    }

    private void later(Plan plan, Instant moment, Map<String, Object> change) {
        SimUser by = titles.pick(demo.people());
        timeline.at(moment, () -> {
            Long id = ids.get(plan);
            if (id != null) {
                change.put(Fields.CHANGED_DATE, moment);
                change.put(Fields.CHANGED_BY, by);
                demo.organization().update(id, change);
            }
        });
    }
}
