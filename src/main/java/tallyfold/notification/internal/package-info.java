/** What is looked at, what was told, and the queue of what leaves. */
@NullMarked
package tallyfold.notification.internal;

import org.jspecify.annotations.NullMarked;
