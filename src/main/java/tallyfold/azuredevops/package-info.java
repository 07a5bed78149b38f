/** The adapter to Azure DevOps Services: a provider like any other to everybody else. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "network", "provider", "uikit"})
package tallyfold.azuredevops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
