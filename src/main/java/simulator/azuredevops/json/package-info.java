/** A small JSON writer and reader. */
@NullMarked
package simulator.azuredevops.json;

import org.jspecify.annotations.NullMarked;
