package basedecl.desk.run;

/**
 * Something to choose from a list.
 *
 * @param value as the form sends it
 */
record Choice(String value, String title) {}
