package tallyfold.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tallyfold.audit.AuditVerdict;
import tallyfold.support.Databases;

/** A process that rotates the key of a database in a file, and is killed at moments nobody chose. */
class RotationKilledTest {

    private static final int KILLS = 20;
    private static final int TOKENS = 300;

    @TempDir
    Path folder;

    /** The process that is killed. Says when it begins, and rotates until it is. */
    static final class Rotating {

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            Databases database = Databases.inFile(folder.resolve("db"));
            RotationWorld world = new RotationWorld(folder.resolve("home"), database);
            System.out.println("ready");
            while (true) {
                world.process().rotate();
            }
        }
    }

    @Test
    void losesNoTokenOverTwentyKills() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Databases database = Databases.inFile(folder.resolve("db"))) {
            RotationWorld world = new RotationWorld(folder.resolve("home"), database);
            world.seal(TOKENS);
            world.writeEvents(3);
        }
        int unfinished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            rotateAndKill(random.nextInt(700));
            try (Databases database = Databases.inFile(folder.resolve("db"))) {
                RotationWorld world = new RotationWorld(folder.resolve("home"), database);
                RotationWorld.Node next = world.process();
                String when = "kill " + kill + " of seed " + seed;
                next.keyring.active();
                unfinished += next.known.leaving().isEmpty() ? 0 : 1;
                assertThat(next.unreadable()).as(when).isZero();
                // Some are finished at once, others go on into the next kill.
                if (random.nextBoolean()) {
                    next.rotation.goOn();
                    assertThat(world.process().sealedWithOthers()).as(when).isZero();
                }
                assertThat(world.process().unreadable()).as(when).isZero();
                assertThat(world.verify()).as(when).isInstanceOf(AuditVerdict.Intact.class);
            }
        }
        assertThat(unfinished).as("kills in the middle").isPositive();
    }

    private void rotateAndKill(int afterMillis) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rotating.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals("ready")) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo("ready");
            Thread.sleep(afterMillis);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
