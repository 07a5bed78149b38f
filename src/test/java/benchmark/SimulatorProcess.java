package benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.LoadContent;
import simulator.azuredevops.Organization;
import simulator.azuredevops.RecordedRequest;
import simulator.azuredevops.SimItem;
import simulator.azuredevops.SimulatorOptions;

/**
 * The simulator as a process of its own, so that it takes neither heap nor measured processor time from what is measured. Orders come
 * by standard input, a line each; each is answered by a line.
 */
final class SimulatorProcess {

    private SimulatorProcess() {}

    public static void main(String[] arguments) throws IOException {
        int items = Integer.parseInt(arguments[0]);
        int projects = Integer.parseInt(arguments[1]);
        try (AzureDevOpsSimulator simulator = AzureDevOpsSimulator.start(SimulatorOptions.defaults())) {
            Organization organization = LoadContent.fill(simulator, LoadContent.NAME, items, projects);
            List<Long> ids = organization.items().stream().map(SimItem::id).toList();
            say(simulator.uri() + " " + organization.tokens().getFirst().text());
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            int touched = 0;
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", -1);
                switch (words[0]) {
                    case "latency" -> simulator.latency(Duration.ofMillis(Long.parseLong(words[1])));
                    case "clear" -> simulator.requests().clear();
                    case "touch" -> {
                        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                            touched++;
                            organization.update(
                                    ids.get((int) (touched * 7919L % ids.size())),
                                    Map.of("System.Title", "Changed for the " + touched + "th time"));
                        }
                    }
                    case "count" -> {
                        say(simulator.requests().count() + " "
                                + simulator.requests().maxInFlight() + " "
                                + simulator.requests().bytes());
                        continue;
                    }
                    case "targets" -> {
                        simulator.requests().list().forEach(SimulatorProcess::target);
                        say("end");
                        continue;
                    }
                    case "checksum" -> {
                        long revisions = organization.items().stream()
                                .mapToLong(SimItem::rev)
                                .sum();
                        say(organization.items().size() + " " + revisions);
                        continue;
                    }
                    default -> throw new IllegalArgumentException(order);
                }
                say("done");
            }
        }
    }

    /** Method, target and body of a request, for whoever wants to send it once more. */
    private static void target(RecordedRequest request) {
        say(request.method() + "\t" + request.target() + "\t"
                + request.body().replace("\n", " ").replace("\r", " "));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
