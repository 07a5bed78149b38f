/** Views of the help centre. */
@NullMarked
package tallyfold.help.ui;

import org.jspecify.annotations.NullMarked;
