/** Portfolios and programs: their tree, the page of one, its report and exports. */
@NullMarked
package tallyfold.portfolio.ui.portfolios;

import org.jspecify.annotations.NullMarked;
