package tallyfold.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named group of projects. Inside another one it is a program.
 *
 * @param name unique without regard to case among those of the same parent
 * @param description plain text, empty when there is none
 * @param owner who answers for it, as people write it; empty when nobody is named
 * @param parent the portfolio it lies in; null at the top
 * @param version counts changes, for optimistic locking
 */
public record Portfolio(
        PortfolioId id,
        String name,
        String description,
        String owner,
        @Nullable PortfolioId parent,
        Instant created,
        int version) {

    /** Whether it lies in another one. */
    public boolean program() {
        return parent != null;
    }
}
