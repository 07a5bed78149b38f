package tallyfold.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project somebody wants to create by hand.
 *
 * @param description plain text, may be empty
 * @param start first day, null when not known
 * @param finish last day, null when not known
 * @param portfolio where it is to lie, null for none
 */
public record ProjectDraft(
        String name,
        String description,
        @Nullable LocalDate start,
        @Nullable LocalDate finish,
        @Nullable PortfolioId portfolio) {}
