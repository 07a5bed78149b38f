/** Machinery and SQL of the module; for nobody else. */
@NullMarked
package tallyfold.vault.internal;

import org.jspecify.annotations.NullMarked;
