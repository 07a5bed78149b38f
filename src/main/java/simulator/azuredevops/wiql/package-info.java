/** The work item query language: tokenizer, parser, evaluation. */
@NullMarked
package simulator.azuredevops.wiql;

import org.jspecify.annotations.NullMarked;
