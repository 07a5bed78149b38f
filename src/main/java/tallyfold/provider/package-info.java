/** The contract towards source systems: what a provider offers, in neutral records that know no vendor. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "network"})
package tallyfold.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
