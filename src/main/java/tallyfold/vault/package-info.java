/** The master key and the sealing of tokens bound to their row. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "uikit", "audit"})
package tallyfold.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
