/** Panels of the project page that show figures; the public ones may be shown by screens above. */
@NullMarked
@NamedInterface("ui")
package tallyfold.progress.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
