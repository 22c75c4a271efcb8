/**
 * What is let in: the kind of a file by its bytes, the limits of size, time and memory, the reasons
 * of a refusal. Start reading at {@link basedecl.spreadsheet.gate.FileGate}.
 */
@NullMarked
package basedecl.spreadsheet.gate;

import org.jspecify.annotations.NullMarked;
