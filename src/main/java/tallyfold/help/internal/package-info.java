/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.help.internal;

import org.jspecify.annotations.NullMarked;
