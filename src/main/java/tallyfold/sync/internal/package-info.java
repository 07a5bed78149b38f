/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.sync.internal;

import org.jspecify.annotations.NullMarked;
