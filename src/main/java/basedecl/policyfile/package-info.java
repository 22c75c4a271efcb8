/**
 * Policy files (contract 3) read into policies; whatever is wrong in one is refused with file, line
 * and word. Start reading at {@link basedecl.policyfile.PolicyFiles}.
 */
@NullMarked
package basedecl.policyfile;

import org.jspecify.annotations.NullMarked;
