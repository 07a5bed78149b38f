package tallyfold.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import tallyfold.uikit.Texts;

/** The file of the embedded database, as its address names it. */
record H2File(Path path) {

    private static final String PREFIX = "jdbc:h2:file:";

    /** Empty when the database is another one. */
    static Optional<H2File> of(Environment environment) {
        String address = environment.getProperty("spring.datasource.url", "");
        if (!address.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int end = address.indexOf(';');
        String name = address.substring(PREFIX.length(), end < 0 ? address.length() : end);
        return Optional.of(new H2File(Path.of(name + ".mv.db").toAbsolutePath().normalize()));
    }

    /** Keeps a command from creating a database where the operator only mistook the folder. */
    void refuseWhenAbsent() {
        if (!Files.exists(path)) {
            throw new StartRefusedException(Texts.of("command.database.none", path));
        }
    }

    /** H2 takes a file without content for a new database and would start from nothing. */
    void refuseWhenEmptied() {
        try {
            if (Files.exists(path) && Files.size(path) == 0) {
                throw new StartRefusedException(Texts.of("command.database.emptied", path));
            }
        } catch (IOException e) {
            throw new StartRefusedException(
                    Texts.of("command.database.unreadable", path, e.getClass().getSimpleName()));
        }
    }
}
