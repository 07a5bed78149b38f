/** Tests of the composing screens. */
@NullMarked
package tallyfold.portfolio.ui;

import org.jspecify.annotations.NullMarked;
