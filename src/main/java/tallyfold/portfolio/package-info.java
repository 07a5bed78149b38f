/** The composing screens: projects page and project page. */
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
            "project :: ui",
            "workitem",
            "workitem :: ui",
            "progress",
            "sync",
            "sync :: ui"
        })
package tallyfold.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
