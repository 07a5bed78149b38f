package tallyfold.project;

import java.util.UUID;
import tallyfold.kernel.Identifier;

/** Key of a portfolio. */
public record PortfolioId(UUID value) implements Identifier {}
