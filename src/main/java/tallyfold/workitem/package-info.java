/** Work items, iterations, teams and people as they were last read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "uikit", "security", "audit", "provider", "connection", "project"})
package tallyfold.workitem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
