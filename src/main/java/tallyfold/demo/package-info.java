/** Starts the simulator of Azure DevOps and seeds the administrator; only with the command demo. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "uikit", "connection :: ui", "project"})
package tallyfold.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
