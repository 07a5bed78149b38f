/** Tests of projects and imports. */
@NullMarked
package tallyfold.project;

import org.jspecify.annotations.NullMarked;
