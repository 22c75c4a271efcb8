/**
 * Measures the night: made-up inboxes of any size, the product over them as a process of its own,
 * the floor below which no program gets, and the usual program beside it. Start at {@link
 * basedecl.bench.Bench}; the inboxes come from {@link basedecl.bench.BenchData}.
 */
package basedecl.bench;
