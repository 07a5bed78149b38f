package simulator.azuredevops;

import java.time.Duration;

/** Runs the simulator as a process of its own: {@code --port 9700 --latency 50 --demo --load 100000 --activity 10}. */
public final class SimulatorMain {

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        SimulatorOptions options = SimulatorOptions.defaults();
        boolean demo = false;
        int load = 0;
        int activity = 0;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--port" -> options = options.withPort(number(arguments, ++i));
                case "--latency" -> options = options.withLatency(Duration.ofMillis(number(arguments, ++i)));
                case "--load" -> load = number(arguments, ++i);
                case "--activity" -> activity = number(arguments, ++i);
                case "--demo" -> demo = true;
                default -> throw new IllegalArgumentException("unknown argument " + arguments[i]);
            }
        }
        try (AzureDevOpsSimulator simulator = AzureDevOpsSimulator.start(options)) {
            print("Azure DevOps simulator at " + simulator.uri());
            if (demo) {
                DemoContent.fabrikam(simulator);
                DemoContent.contoso(simulator);
                tell(simulator, "fabrikam-demo");
                tell(simulator, "contoso-demo");
            }
            if (load > 0) {
                LoadContent.fill(simulator, load);
                print("load-demo: " + load + " work items, token "
                        + simulator
                                .organization("load-demo")
                                .tokens()
                                .getFirst()
                                .text());
            }
            if (activity > 0) {
                DemoActivity.start(simulator, Duration.ofSeconds(activity));
            }
            Thread.currentThread().join();
        }
    }

    private static void tell(AzureDevOpsSimulator simulator, String organization) {
        DemoTokens tokens = DemoContent.tokens(simulator, organization);
        print(organization + ": "
                + simulator.organization(organization).projects().size() + " projects");
        print("  account                " + tokens.working().owner().mail());
        print("  token that works       " + tokens.working().text());
        print("  token without Graph    " + tokens.withoutGraph().text());
        print("  token that expired     " + tokens.expired().text());
        print("  token of someone else  " + tokens.ofAnotherPerson().text());
    }

    private static int number(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException("a number is missing");
        }
        return Integer.parseInt(arguments[at]);
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
