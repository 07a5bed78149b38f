/** Everything about an exchange: authentication, deadlines, limits, patience, refusals. */
@NullMarked
package tallyfold.azuredevops.http;

import org.jspecify.annotations.NullMarked;
