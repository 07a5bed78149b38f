/** Getting started, settings and system pages. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "uikit",
            "audit",
            "security",
            "vault",
            "connection",
            "connection :: ui",
            "project",
            "workitem",
            "sync",
            "sync :: ui",
            "provider",
            "help",
            "notification",
            "notification :: ui"
        })
package tallyfold.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
