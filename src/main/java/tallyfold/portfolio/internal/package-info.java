/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.portfolio.internal;

import org.jspecify.annotations.NullMarked;
