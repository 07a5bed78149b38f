/** Tests of the module, and what other tests need to have work items. */
@NullMarked
package tallyfold.workitem;

import org.jspecify.annotations.NullMarked;
