package basedecl.architecture.planted.money.util;

/** Planted: lives in a package that says nothing. */
record Helpers() {}
