/** Rules, roll-up and their tables. */
@NullMarked
package tallyfold.progress.internal;

import org.jspecify.annotations.NullMarked;
