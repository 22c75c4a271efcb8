@NullMarked
package basedecl.desk.account;

import org.jspecify.annotations.NullMarked;
