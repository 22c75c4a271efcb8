/**
 * What a browser sends: forms and files taken in within bounds of size, time and number, before
 * anything else of a request is looked at. Start at {@link basedecl.desk.upload.UploadFilter}.
 */
@NullMarked
package basedecl.desk.upload;

import org.jspecify.annotations.NullMarked;
