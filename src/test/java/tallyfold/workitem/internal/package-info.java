/** Tests of the module's SQL. */
@NullMarked
package tallyfold.workitem.internal;

import org.jspecify.annotations.NullMarked;
