/** How far projects are, what is late, who works on what and when: figures made of the items that were read. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "uikit",
            "audit",
            "security",
            "provider",
            "connection",
            "project",
            "workitem",
            "sync"
        })
package tallyfold.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
