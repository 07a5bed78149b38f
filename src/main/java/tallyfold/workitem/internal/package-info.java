/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.workitem.internal;

import org.jspecify.annotations.NullMarked;
