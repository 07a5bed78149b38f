/** Projects of the portfolio, their links, and the import of new ones. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "uikit", "audit", "security", "provider", "connection", "connection :: ui"})
package tallyfold.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
