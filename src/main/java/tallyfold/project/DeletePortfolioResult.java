package tallyfold.project;

/** What became of a wish to delete a portfolio. */
public sealed interface DeletePortfolioResult {

    /** It is gone; its projects and programs lie where it lay. */
    record Deleted(int projects, int programs) implements DeletePortfolioResult {}

    /** Nothing was changed; {@code reason} is a sentence with what to do. */
    record Refused(String reason) implements DeletePortfolioResult {}

    /** Somebody else changed the portfolio meanwhile; nothing was changed. */
    record Outdated() implements DeletePortfolioResult {}

    /** The portfolio was gone already. */
    record Gone() implements DeletePortfolioResult {}
}
