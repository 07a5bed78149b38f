package simulator.azuredevops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Fills the two demo organizations; the same seed and day give the same content. */
public final class DemoContent {

    /** The organization with a dozen lively projects. */
    public static final String FABRIKAM = "fabrikam-demo";

    /** The organization with 230 smaller projects. */
    public static final String CONTOSO = "contoso-demo";

    private DemoContent() {}

    /** Adds {@value #FABRIKAM}: thirteen projects of all processes, one of them empty, about 3,000 items. */
    public static void fabrikam(AzureDevOpsSimulator simulator) {
        Organization organization = simulator.addOrganization(FABRIKAM);
        List<SimUser> people = DemoPeople.fabrikam(organization);
        issueTokens(organization, people);
        SimProcess reviewed = reviewed(organization);
        Random random = new Random(simulator.seed());
        List<SimProject> projects = new ArrayList<>();
        projects.add(lively(organization, DemoSubjects.CLINIC, SystemProcesses.AGILE, people, random));
        projects.add(lively(organization, DemoSubjects.PAYMENTS, SystemProcesses.SCRUM, people, random));
        projects.add(lively(organization, DemoSubjects.BANKING, reviewed, people, random));
        projects.add(lively(organization, DemoSubjects.ROBOTICS, SystemProcesses.CMMI, people, random));
        projects.add(lively(organization, DemoSubjects.PORTAL, SystemProcesses.AGILE, people, random));
        projects.add(lively(organization, DemoSubjects.DATA, SystemProcesses.SCRUM, people, random));
        projects.add(lively(organization, DemoSubjects.OFFICE, SystemProcesses.BASIC, people, random));
        projects.add(lively(organization, DemoSubjects.ROLLOUT, SystemProcesses.BASIC, people, random));
        projects.add(lively(organization, DemoSubjects.METER, SystemProcesses.CMMI, people, random));
        projects.add(lively(organization, DemoSubjects.FLEET, reviewed, people, random));
        projects.add(lively(organization, DemoSubjects.LEARNING, SystemProcesses.SCRUM, people, random));
        projects.add(lively(organization, DemoSubjects.SECURITY, SystemProcesses.AGILE, people, random));
        organization.addProject("Innovation Sandbox", SystemProcesses.BASIC);
        projects.forEach(project -> rough(organization, project));
        SimUser left = people.getLast();
        organization.disableUser(left);
    }

    /** Adds {@value #CONTOSO}: 230 projects with a few to some dozens of items each. */
    public static void contoso(AzureDevOpsSimulator simulator) {
        Organization organization = simulator.addOrganization(CONTOSO);
        List<SimUser> people = DemoPeople.contoso(organization);
        issueTokens(organization, people);
        Random random = new Random(simulator.seed() + 1);
        int number = 0;
        for (DemoSubject subject : DemoSubjects.contoso()) {
            SimProcess process = SystemProcesses.ALL.get(number % SystemProcesses.ALL.size());
            DemoProject project = new DemoProject(organization, subject, process, people, random, 2 + number % 3, 2);
            new DemoBacklog(project).fill(1, 1 + number % 3, 2 + number % 4, 2, number % 4);
            number++;
        }
    }

    /** The tokens of a demo organization. */
    public static DemoTokens tokens(AzureDevOpsSimulator simulator, String organization) {
        List<SimToken> tokens = simulator.organization(organization).tokens();
        return new DemoTokens(tokens.get(0), tokens.get(1), tokens.get(2), tokens.get(3));
    }

    private static void issueTokens(Organization organization, List<SimUser> people) {
        TokenSpec reading = TokenSpec.reading(people.getFirst());
        organization.issueToken(reading);
        organization.issueToken(reading.without("vso.graph"));
        organization.issueToken(
                reading.expiring(organization.now().minus(Duration.ofDays(12)), ExpiredAnswer.SENTENCE));
        organization.issueToken(TokenSpec.reading(people.get(1)));
    }

    private static SimProject lively(
            Organization organization, DemoSubject subject, SimProcess process, List<SimUser> people, Random random) {
        DemoProject project = new DemoProject(organization, subject, process, people, random, 6 + random.nextInt(4), 5);
        boolean flat = process.find("Feature").isEmpty();
        new DemoBacklog(project).fill(subject.epics().size(), flat ? 1 : 3, flat ? 14 : 6, 5, 24);
        return project.project();
    }

    /** An Agile process with two states of its own between Active and Resolved. */
    private static SimProcess reviewed(Organization organization) {
        List<SimType> changed = new ArrayList<>();
        for (String name : List.of("User Story", "Bug")) {
            SimType type = SystemProcesses.AGILE.type(name);
            List<SimState> states = new ArrayList<>(type.states());
            states.add(2, new SimState("In Review", "5688e0", SimState.Category.IN_PROGRESS));
            states.add(3, new SimState("Ready for Test", "e87025", SimState.Category.IN_PROGRESS));
            changed.add(type.withStates(states));
        }
        return organization.addProcess("Fabrikam Agile", SystemProcesses.AGILE, changed);
    }

    /** What every real project has: markup somebody pasted, duplicates thrown away, links across. */
    private static void rough(Organization organization, SimProject project) {
        List<SimItem> items = organization.items(project.id());
        organization.update(
                items.get(items.size() / 2).id(),
                Map.of(
                        Fields.DESCRIPTION,
                        "<p>Pasted from a mail:</p><script>alert('pasted')</script><img src=\"x\" onerror=\"alert(1)\">"
                                + "<a href=\"javascript:alert(2)\">details</a><style>*{display:none}</style>",
                        Fields.HISTORY_TEXT,
                        "Added what the customer wrote."));
        List<SimItem> leaves =
                items.stream().filter(item -> item.type().equals("Task")).toList();
        organization.delete(leaves.get(1).id());
        organization.delete(leaves.get(leaves.size() / 2).id());
        organization.destroy(leaves.getLast().id());
        organization.relate(
                leaves.get(2).id(),
                "System.LinkTypes.Dependency-Forward",
                leaves.get(3).id());
        organization.hyperlink(leaves.get(4).id(), "https://wiki.example/decisions/42");
    }
}
