/** Named ways into organizations: settings, sealed token, health. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "network", "uikit", "audit", "security", "vault", "provider"})
package tallyfold.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
