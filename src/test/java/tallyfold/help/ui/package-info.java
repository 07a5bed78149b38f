/** Tests of the help centre's views. */
@NullMarked
package tallyfold.help.ui;

import org.jspecify.annotations.NullMarked;
