/** Views of the module; the public ones may be shown by screens above. */
@NullMarked
@NamedInterface("ui")
package tallyfold.notification.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
