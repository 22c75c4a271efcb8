/**
 * Files by chance and files from outside, and what reading must make of them: exactly what their
 * senders meant, or a refusal with the code meant for it. Start reading at {@link
 * basedecl.trials.GeneratedFilesTest} for the files by chance, at {@link
 * basedecl.trials.SharedCasesTest} for those of {@code src/test/resources/cases}.
 */
@NullMarked
package basedecl.trials;

import org.jspecify.annotations.NullMarked;
