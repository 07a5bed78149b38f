/** Tells people what needs them: at the bell, by mail, by webhook; each occasion once. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "network",
            "uikit",
            "audit",
            "security",
            "vault",
            "provider",
            "connection",
            "project",
            "sync"
        })
package tallyfold.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
