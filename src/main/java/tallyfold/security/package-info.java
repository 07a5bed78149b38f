/** Users, roles, sign-in, the first administrator and the throttling of guesses. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "network", "uikit", "audit"})
package tallyfold.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
