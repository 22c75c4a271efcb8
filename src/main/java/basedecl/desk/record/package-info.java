/**
 * The record of events, searched and exported by an administrator. Start at {@link
 * basedecl.desk.record.RecordController}.
 */
@NullMarked
package basedecl.desk.record;

import org.jspecify.annotations.NullMarked;
