/** How a project stands, its key dates and its settings on screen. */
@NullMarked
package tallyfold.portfolio.ui.standing;

import org.jspecify.annotations.NullMarked;
