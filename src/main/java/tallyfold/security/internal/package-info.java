/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.security.internal;

import org.jspecify.annotations.NullMarked;
