/** Azure DevOps Services in a box: state, limits, refusals and faults behind a loopback HTTP server, JDK only. */
@NullMarked
package simulator.azuredevops;

import org.jspecify.annotations.NullMarked;
