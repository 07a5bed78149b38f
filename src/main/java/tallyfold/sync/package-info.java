/** Runs that bring the copy up to date: queue, first load, schedule, progress. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "uikit",
            "audit",
            "security",
            "provider",
            "connection",
            "connection :: ui",
            "project",
            "workitem"
        })
package tallyfold.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
