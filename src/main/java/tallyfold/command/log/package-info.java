/** What the log may show and where: the pieces that logback-spring.xml names. */
@NullMarked
package tallyfold.command.log;

import org.jspecify.annotations.NullMarked;
