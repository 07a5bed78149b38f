/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.project.internal;

import org.jspecify.annotations.NullMarked;
