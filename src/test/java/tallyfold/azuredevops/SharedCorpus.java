package tallyfold.azuredevops;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A larger collection of hostile inputs that may lie beside the checkout; tests run it where it is and pass without it.
 * The system property {@code tallyfold.shared} names its folder.
 */
public final class SharedCorpus {

    private SharedCorpus() {}

    /** The cases of a section, empty when there is no collection. */
    public static List<JsonNode> section(String name) {
        return file().map(path -> JsonMapper.shared()
                        .readTree(path)
                        .path(name)
                        .valueStream()
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Path> file() {
        return Stream.of(System.getProperty("tallyfold.shared", "../shared"), "../../shared")
                .map(folder -> Path.of(folder, "data", "hostile-inputs.json"))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
