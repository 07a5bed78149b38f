/** Sign-in and first-run views. */
@NullMarked
package tallyfold.security.ui;

import org.jspecify.annotations.NullMarked;
