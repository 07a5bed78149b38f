package tallyfold.azuredevops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.Listing;

/** Reads lists that are paged by a number to skip, until a page is short or brings nothing new: some ignore it. */
final class SkippedPages {

    /** What the service gives where nothing is asked for; more is not honoured everywhere. */
    static final int PAGE = 100;

    private static final int MOST_PAGES = 200;

    private SkippedPages() {}

    /** Each entry once, in the order of the list. */
    static <T> List<T> all(IntFunction<Listing<T>> page, Function<T, @Nullable String> key) {
        return read(page, key, MOST_PAGES).entries();
    }

    /**
     * What was read.
     *
     * @param complete whether the list ended before the most pages were read
     */
    record Read<T>(List<T> entries, boolean complete) {}

    static <T> Read<T> read(IntFunction<Listing<T>> page, Function<T, @Nullable String> key, int mostPages) {
        Map<String, T> all = new LinkedHashMap<>();
        for (int number = 0, skip = 0; number < mostPages; number++) {
            Listing<T> listing = page.apply(skip);
            int before = all.size();
            listing.present().forEach(each -> {
                String id = key.apply(each);
                if (id != null) {
                    all.putIfAbsent(id, each);
                }
            });
            skip += listing.value().size();
            if (listing.value().size() < PAGE || all.size() == before) {
                return new Read<>(List.copyOf(all.values()), true);
            }
        }
        return new Read<>(List.copyOf(all.values()), false);
    }
}
