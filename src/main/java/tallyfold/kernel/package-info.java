/** The few types everybody shares; depends on nothing but {@code java..}. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package tallyfold.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
