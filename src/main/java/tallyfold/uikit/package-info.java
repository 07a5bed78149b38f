/** Vaadin pieces without a subject. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package tallyfold.uikit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
