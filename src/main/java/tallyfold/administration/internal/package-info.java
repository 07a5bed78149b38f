/** What the pages of administrators read from the database and the machine. */
@NullMarked
package tallyfold.administration.internal;

import org.jspecify.annotations.NullMarked;
