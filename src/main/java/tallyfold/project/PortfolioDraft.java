package tallyfold.project;

import org.jspecify.annotations.Nullable;

/**
 * What a portfolio is to be; parts as in {@link Portfolio}.
 *
 * @param name at most 256 characters
 * @param description at most 4,000 characters
 * @param owner at most 256 characters
 */
public record PortfolioDraft(
        String name,
        String description,
        String owner,
        @Nullable PortfolioId parent) {}
