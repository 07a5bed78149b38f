/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.administration.internal;

import org.jspecify.annotations.NullMarked;
