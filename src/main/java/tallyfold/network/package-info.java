/** The way to the outside, which all that leaves this installation takes: which proxy, and whom to trust. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package tallyfold.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
