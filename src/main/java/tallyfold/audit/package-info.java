/** The audit log: append-only and chained, written by everybody above. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package tallyfold.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
