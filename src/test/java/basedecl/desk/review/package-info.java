@NullMarked
package basedecl.desk.review;

import org.jspecify.annotations.NullMarked;
