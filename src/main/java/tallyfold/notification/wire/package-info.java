/** The two ways out: SMTP and HTTPS. Here, and in the module nowhere else, a secret is read. */
@NullMarked
package tallyfold.notification.wire;

import org.jspecify.annotations.NullMarked;
