/** Getting started and the pages of administrators. */
@NullMarked
package tallyfold.administration.ui;

import org.jspecify.annotations.NullMarked;
