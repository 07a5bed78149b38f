/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.connection.internal;

import org.jspecify.annotations.NullMarked;
