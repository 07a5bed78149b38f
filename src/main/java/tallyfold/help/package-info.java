/** The help centre: articles, search, walkthrough and feedback. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "uikit", "security"})
package tallyfold.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
