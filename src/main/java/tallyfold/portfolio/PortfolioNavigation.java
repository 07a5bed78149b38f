package tallyfold.portfolio;

import tallyfold.project.PortfolioId;

/** Paths of the pages about portfolios, for links from elsewhere. */
public final class PortfolioNavigation {

    /** Path of the page "Portfolios". */
    public static final String PORTFOLIOS = "portfolios";

    private PortfolioNavigation() {}

    /** Page of a portfolio or program. */
    public static String portfolio(PortfolioId id) {
        return PORTFOLIOS + "/" + id.value();
    }

    /** Its status report, made for printing. */
    public static String report(PortfolioId id) {
        return portfolio(id) + "/report";
    }
}
