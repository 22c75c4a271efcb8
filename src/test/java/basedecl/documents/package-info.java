/** Keeps README, job files and make targets in step with each other. */
@NullMarked
package basedecl.documents;

import org.jspecify.annotations.NullMarked;
