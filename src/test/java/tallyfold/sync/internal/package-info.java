/** Tests of the engine. */
@NullMarked
package tallyfold.sync.internal;

import org.jspecify.annotations.NullMarked;
