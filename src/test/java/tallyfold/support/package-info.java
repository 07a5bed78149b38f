/** What tests of several modules share. */
@NullMarked
package tallyfold.support;

import org.jspecify.annotations.NullMarked;
