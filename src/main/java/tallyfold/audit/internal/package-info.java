/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.audit.internal;

import org.jspecify.annotations.NullMarked;
