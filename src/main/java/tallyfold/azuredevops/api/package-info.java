/** The four areas of the API as HTTP interfaces, with the records they answer with. */
@NullMarked
package tallyfold.azuredevops.api;

import org.jspecify.annotations.NullMarked;
