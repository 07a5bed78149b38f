/** An HTTP/1.1 server on raw sockets that can also misbehave on demand. */
@NullMarked
package simulator.azuredevops.http;

import org.jspecify.annotations.NullMarked;
