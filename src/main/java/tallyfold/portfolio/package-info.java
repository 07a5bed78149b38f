/** The composing screens: projects page, project page, portfolios. */
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
            "progress",
            "sync :: ui"
        })
package tallyfold.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
