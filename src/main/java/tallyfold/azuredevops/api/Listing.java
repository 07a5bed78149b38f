package tallyfold.azuredevops.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list as the API wraps it; single entries may be null where something was left out. One documented list has another
 * name for its entries.
 */
public record Listing<T>(@JsonAlias("values") List<@Nullable T> value) {

    public Listing {
        value = Collections.unmodifiableList(new ArrayList<>(Objects.requireNonNull(value)));
    }

    /** The entries that are there. */
    public Stream<T> present() {
        return value.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
