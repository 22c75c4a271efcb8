/**
 * The night done again the slow way: random small inboxes whose right answer is known from how they
 * were made, figured with nothing but BigDecimal and lists. Start at {@link
 * basedecl.reference.SlowReferenceTest}.
 */
package basedecl.reference;
