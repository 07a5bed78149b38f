/** What windows and pages share that ask source systems and hear of runs. */
@NullMarked
package tallyfold.portfolio.ui.source;

import org.jspecify.annotations.NullMarked;
