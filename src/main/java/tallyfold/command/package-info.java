/** The commands of the jar: what starts, what is refused in one line, and with which exit code it ends. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "network",
            "uikit",
            "vault",
            "audit",
            "security",
            "progress",
            "administration",
            "demo"
        })
package tallyfold.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
