/** Tests of articles, search and feedback. */
@NullMarked
package tallyfold.help.internal;

import org.jspecify.annotations.NullMarked;
