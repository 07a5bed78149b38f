/** Projects page and project page. */
@NullMarked
package tallyfold.portfolio.ui;

import org.jspecify.annotations.NullMarked;
