@NullMarked
package basedecl.desk.submission;

import org.jspecify.annotations.NullMarked;
