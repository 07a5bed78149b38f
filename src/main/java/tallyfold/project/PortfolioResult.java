package tallyfold.project;

/** What became of a wish to create or change a portfolio. */
public sealed interface PortfolioResult {

    record Done(Portfolio portfolio) implements PortfolioResult {}

    /** Nothing was changed; {@code reason} is a sentence with what to do, to be shown at the field. */
    record Refused(Field field, String reason) implements PortfolioResult {}

    /** Somebody else changed the portfolio meanwhile; nothing was changed. */
    record Outdated() implements PortfolioResult {}

    /** The portfolio is not there any more. */
    record Gone() implements PortfolioResult {}

    /** The parts of a {@link PortfolioDraft}. */
    enum Field {
        NAME,
        DESCRIPTION,
        OWNER,
        PARENT
    }
}
