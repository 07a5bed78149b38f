package simulator.azuredevops;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import simulator.azuredevops.SimState.Category;

/** Work that goes on while the demo runs: every so often a few items move. */
public final class DemoActivity implements AutoCloseable {

    private final AzureDevOpsSimulator simulator;
    private final Random random;
    private final Thread thread;

    private DemoActivity(AzureDevOpsSimulator simulator, Duration between) {
        this.simulator = simulator;
        this.random = new Random(simulator.seed() + 2);
        this.thread = Thread.ofVirtual().name("demo-activity").unstarted(() -> work(between));
    }

    /** Starts working on {@value DemoContent#FABRIKAM} until closed. */
    public static DemoActivity start(AzureDevOpsSimulator simulator, Duration between) {
        DemoActivity activity = new DemoActivity(simulator, between);
        activity.thread.start();
        return activity;
    }

    private void work(Duration between) {
        try {
            while (true) {
                Thread.sleep(between);
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One round: one to three items change. */
    void step() {
        Organization organization = simulator.organization(DemoContent.FABRIKAM);
        List<SimItem> open = organization.items().stream()
                .filter(item -> item.stateCategory() != Category.COMPLETED
                        && item.stateCategory() != Category.REMOVED
                        && !item.type().equals("Epic"))
                .toList();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count && !open.isEmpty(); i++) {
            change(organization, open.get(random.nextInt(open.size())));
        }
    }

    private void change(Organization organization, SimItem item) {
        SimProject project = organization.project(item.projectId().toString());
        List<SimUser> team = project.defaultTeam().people();
        Map<String, Object> change = new LinkedHashMap<>();
        change.put(Fields.CHANGED_BY, team.get(random.nextInt(team.size())));
        switch (random.nextInt(6)) {
            case 0 -> change.put(Fields.ASSIGNED_TO, team.get(random.nextInt(team.size())));
            case 1 -> change.put(Fields.HISTORY_TEXT, "Short update: on it, more tomorrow.");
            case 2 -> {
                if (item.value(Fields.REMAINING_WORK) instanceof Double hours && hours > 1) {
                    change.put(Fields.REMAINING_WORK, hours - 1);
                } else {
                    advance(project, item, change);
                }
            }
            case 3 -> {
                if (item.type().equals("Task") && item.parent() != 0) {
                    change.put(Fields.TITLE, "Follow up: " + item.title());
                    change.put(Fields.PARENT, item.parent());
                    change.put(Fields.AREA_PATH, item.value(Fields.AREA_PATH));
                    change.put(Fields.ITERATION_PATH, item.value(Fields.ITERATION_PATH));
                    organization.createItem(project.id(), "Task", change);
                    return;
                }
                change.put(Fields.PRIORITY, 1 + random.nextInt(4));
            }
            default -> advance(project, item, change);
        }
        organization.update(item.id(), change);
    }

    private static void advance(SimProject project, SimItem item, Map<String, Object> change) {
        List<SimState> states = project.process().type(item.type()).states();
        for (int i = 0; i + 1 < states.size(); i++) {
            if (states.get(i).name().equals(item.state()) && states.get(i + 1).category() != Category.REMOVED) {
                change.put(Fields.STATE, states.get(i + 1).name());
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
