/**
 * Makes {@code samples/}: the inbox of a night, its roster and what is expected of it, without any
 * code of the program itself. Start reading at {@link basedecl.samples.SampleInbox}.
 */
@NullMarked
package basedecl.samples;

import org.jspecify.annotations.NullMarked;
