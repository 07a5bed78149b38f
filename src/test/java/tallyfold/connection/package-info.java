/** Tests of connections and what they share. */
@NullMarked
package tallyfold.connection;

import org.jspecify.annotations.NullMarked;
