/**
 * What the review decided, and the employer's confirmation (完成). Start reading at {@link
 * basedecl.desk.result.ResultController}.
 */
@NullMarked
package basedecl.desk.result;

import org.jspecify.annotations.NullMarked;
