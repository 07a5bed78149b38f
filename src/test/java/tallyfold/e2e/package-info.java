/** Journeys through the packaged jar in a real browser, against the simulator. */
@NullMarked
package tallyfold.e2e;

import org.jspecify.annotations.NullMarked;
