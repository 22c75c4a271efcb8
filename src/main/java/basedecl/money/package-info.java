/**
 * Yuan and rates as exact decimals, and how a product is rounded. Start reading at {@link
 * basedecl.money.Money}.
 */
@NullMarked
package basedecl.money;

import org.jspecify.annotations.NullMarked;
