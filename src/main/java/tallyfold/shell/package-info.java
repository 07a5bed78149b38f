/** The frame around all views and the pages for errors; nobody depends on it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "uikit",
            "security",
            "administration",
            "connection",
            "project",
            "portfolio",
            "notification",
            "notification :: ui",
            "help"
        })
package tallyfold.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
