/** Browserless tests of the connections' pages and windows. */
@NullMarked
package tallyfold.connection.ui;

import org.jspecify.annotations.NullMarked;
