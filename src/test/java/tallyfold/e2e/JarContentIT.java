package tallyfold.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the packaged jar, and what must not be. */
class JarContentIT {

    private static final String BILL = "META-INF/sbom/application.cdx.json";

    private static List<String> names() throws IOException {
        try (ZipFile jar = new ZipFile(RunningProduct.jar().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String text(String name) throws IOException {
        try (ZipFile jar = new ZipFile(RunningProduct.jar().toFile());
                InputStream content = jar.getInputStream(jar.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void holdsItsBillOfMaterials() throws IOException {
        // Maven leaves it out of a build without the internet.
        assumeTrue(
                System.getenv("CI") != null || names().contains(BILL),
                "built offline, so without its bill of materials");
        assertThat(text(BILL))
                .contains("CycloneDX", "pkg:maven/com.h2database/h2@", "pkg:maven/com.vaadin/flow-server@");
    }

    @Test
    void isMadeForProduction() throws IOException {
        assertThat(text("META-INF/VAADIN/config/flow-build-info.json"))
                .containsPattern("\"productionMode\"\\s*:\\s*true");
    }

    @Test
    void holdsNothingOfDevelopmentAndTests() throws IOException {
        assertThat(names())
                .noneMatch(
                        name -> name.matches(
                                ".*/(vaadin-dev|vaadin-dev-server|copilot|hilla-dev|spring-boot-devtools|junit|mockito|playwright)[^/]*\\.jar"))
                .noneMatch(name -> name.matches(".*(^|/)\\.(git|svn)(/.*|ignore)?"))
                .noneMatch(name -> name.endsWith("Test.class") || name.endsWith("IT.class"));
    }
}
