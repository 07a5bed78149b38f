package simulator.azuredevops.wiql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a query may name: fields, paths, people and the values behind macros. */
public interface WiqlSchema {

    /** How values of a field compare. */
    enum Kind {
        TEXT,
        LONG_TEXT,
        TAGS,
        NUMBER,
        DATE,
        BOOLEAN,
        PERSON,
        AREA_PATH,
        ITERATION_PATH
    }

    /** A field a query may name. */
    record Field(String reference, String name, Kind kind) {}

    /** By reference name or friendly name; null when there is no such field. */
    @Nullable
    Field field(String name);

    /** The text behind {@code @project}, {@code @me} or {@code @currentIteration}; null when it has none here. */
    @Nullable
    String macro(String name);

    Instant now();

    boolean pathExists(Kind kind, String path);

    boolean samePerson(Object value, String text);
}
