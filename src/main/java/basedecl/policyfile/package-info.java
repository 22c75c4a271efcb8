/**
 * Policies and header words from YAML files, with a refusal for whatever is not as it must be.
 * Start reading at {@link basedecl.policyfile.PolicyFiles}.
 */
@NullMarked
package basedecl.policyfile;

import org.jspecify.annotations.NullMarked;
