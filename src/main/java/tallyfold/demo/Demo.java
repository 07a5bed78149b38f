package tallyfold.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import simulator.azuredevops.AzureDevOpsSimulator;
import simulator.azuredevops.DemoActivity;
import simulator.azuredevops.DemoContent;
import simulator.azuredevops.SimulatorOptions;

/**
 * The demonstration: a simulator of Azure DevOps inside this process, and an administrator whose password the sign-in page
 * shows. Reached from this machine only.
 */
public final class Demo {

    /** The organizations the simulator answers for; every other one is the real one. */
    public static final List<String> ORGANIZATIONS = List.of("fabrikam-demo", "contoso-demo");

    private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(4);
    private static final String[] WORDS = {
        "amber", "anchor", "aspen", "badger", "birch", "bramble", "cedar", "clover", "copper", "coral", "crane",
        "delta", "ember", "fern", "flint", "gannet", "harbor", "hazel", "heron", "indigo", "ivory", "juniper",
        "kestrel", "lagoon", "larch", "linen", "lunar", "maple", "marsh", "meadow", "oak", "ochre", "otter", "pebble",
        "plover", "poplar", "quartz", "raven", "reed", "ripple", "russet", "saffron", "sorrel", "sparrow", "spruce",
        "summit", "teal", "thistle", "timber", "tundra", "umber", "velvet", "walnut", "willow", "wren", "yarrow"
    };

    private static @Nullable AzureDevOpsSimulator simulator;

    private Demo() {}

    /**
     * Starts the simulator and names the properties the product has to be started with.
     *
     * @param home the home folder; holds the password of the demonstration, so that it stays the same over a restart
     */
    public static Map<String, Object> prepare(Path home) {
        AzureDevOpsSimulator started = AzureDevOpsSimulator.start(SimulatorOptions.defaults());
        DemoContent.fabrikam(started);
        DemoContent.contoso(started);
        DemoActivity activity = DemoActivity.start(started, BETWEEN_CHANGES);
        simulator = started;
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            activity.close();
            started.close();
        }));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.profiles.active", "demo");
        properties.put("tallyfold.demo.admin-password", password(home.resolve("demo-password")));
        properties.put("tallyfold.azure-devops.simulator.url", started.uri().toString());
        properties.put("tallyfold.azure-devops.simulator.organizations", String.join(",", ORGANIZATIONS));
        return properties;
    }

    /** The running simulator; only in a demonstration. */
    static AzureDevOpsSimulator simulator() {
        AzureDevOpsSimulator running = simulator;
        if (running == null) {
            throw new IllegalStateException("No demonstration is running");
        }
        return running;
    }

    private static String password(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            SecureRandom random = new SecureRandom();
            String password = word(random) + "-" + word(random) + "-" + (10 + random.nextInt(90)) + "-" + word(random);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, password + "\n", StandardCharsets.UTF_8);
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(SecureRandom random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
