package tallyfold.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a longer list; {@code continuation} is opaque and null on the last page. */
public record RemotePage<T>(List<T> items, @Nullable String continuation) {

    public RemotePage {
        items = List.copyOf(items);
    }
}
