/** Tallyfold: a self-hosted project-portfolio hub. */
@NullMarked
package tallyfold;

import org.jspecify.annotations.NullMarked;
