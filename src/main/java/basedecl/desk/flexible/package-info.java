/**
 * For those who pay alone: what a base or tier costs, for everybody; their elections, with a
 * receipt each, for who has signed in. Start reading at {@link
 * basedecl.desk.flexible.ElectionController}.
 */
@NullMarked
package basedecl.desk.flexible;

import org.jspecify.annotations.NullMarked;
