/** The window "Configure connections": what a project is linked to. */
@NullMarked
package tallyfold.portfolio.ui.linking;

import org.jspecify.annotations.NullMarked;
