package simulator.azuredevops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import simulator.azuredevops.SimRevision.Content;

/** A big synthetic organization for measurements: 100 projects with equal shares of the items, values shared. */
public final class LoadContent {

    /** The organization's name. */
    public static final String NAME = "load-demo";

    private static final int PROJECTS = 100;
    private static final int PEOPLE = 400;
    private static final int TITLES = 5000;

    private static final List<String> NAMES = List.of(
            Fields.TITLE,
            Fields.STATE,
            Fields.REASON,
            Fields.ASSIGNED_TO,
            Fields.PRIORITY,
            Fields.STACK_RANK,
            Fields.STATE_CHANGE_DATE,
            Fields.STORY_POINTS,
            Fields.VALUE_AREA);

    private LoadContent() {}

    /** Adds the organization with that many items and one token that reads everything. */
    public static Organization fill(AzureDevOpsSimulator simulator, int items) {
        return fill(simulator, NAME, items, PROJECTS);
    }

    /** The same under another name and with another number of projects. */
    public static Organization fill(AzureDevOpsSimulator simulator, String name, int items, int projects) {
        Organization organization = simulator.addOrganization(name);
        List<SimUser> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(organization.addUser("Person " + i, "person" + i + "@" + name + ".example"));
        }
        organization.issueToken(TokenSpec.reading(people.getFirst()));
        Random random = new Random(simulator.seed() + items);
        List<Object> titles = new ArrayList<>();
        for (int i = 0; i < TITLES; i++) {
            titles.add("Synthetic piece of work number " + i + " with a title of usual length");
        }
        int share = Math.max(1, items / projects);
        for (int p = 0, from = 0; p < projects && from < items; p++, from += share) {
            int count = p == projects - 1 ? items - from : Math.min(share, items - from);
            project(organization, "Load " + (p + 1), count, people, titles, random);
        }
        return organization;
    }

    private static void project(
            Organization organization,
            String name,
            int count,
            List<SimUser> people,
            List<Object> titles,
            Random random) {
        SimProject project = organization.addProject(name, SystemProcesses.AGILE);
        List<SimNode> sprints = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            sprints.add(organization.addIteration(project.iterationRoot(), "Sprint " + i, null, null));
        }
        List<Instant> moments = new ArrayList<>();
        Instant now = organization.now();
        for (int i = 0; i < 500; i++) {
            moments.add(now.minus(Duration.ofHours(24L * 60 - i * 2L)));
        }
        organization.write(() -> {
            int[] above = new int[4];
            for (int i = 0; i < count; i++) {
                int level = i % 100 == 0 ? 0 : i % 20 == 0 ? 1 : i % 4 == 0 ? 2 : 3;
                SimType type = project.process().types().get(level == 3 && i % 7 == 0 ? 4 : level);
                Instant moment = moments.get(i * 499 / count);
                SimState state = type.states().get(random.nextInt(type.states().size() - 1));
                FieldSet fields = FieldSet.of(
                        NAMES,
                        titles.get(random.nextInt(titles.size())),
                        state.name(),
                        "Moved",
                        people.get(random.nextInt(people.size())),
                        1 + i % 4,
                        (double) (i % 128),
                        moment,
                        (double) (1 + i % 8),
                        "Business");
                int parent = level == 0 ? 0 : above[level - 1];
                above[level] = create(
                        organization,
                        new Content(project, project.areaRoot(), sprints.get(i % 10), type, fields, parent, false),
                        moment,
                        people.getFirst());
            }
            return true;
        });
    }

    private static int create(Organization organization, Content content, Instant moment, SimUser by) {
        ItemStore store = organization.store();
        StoredItem item = new StoredItem(store.nextId(), moment, by);
        store.create(item, new SimRevision(item, 1, content, moment, by));
        StoredItem above = store.find(content.parent());
        if (above != null) {
            above.addChild(item.id());
        }
        return item.id();
    }
}
