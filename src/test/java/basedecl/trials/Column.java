package basedecl.trials;

/** A column of a table in the making; whose it is tells its {@link Role}, not its title. */
final class Column {

  /** What stands in a column. */
  enum Role {
    CODE,
    EMPLOYER,
    SERIAL,
    KIND,
    NUMBER,
    NAME,
    WAGE,
    SIGNATURE,
    REMARK,
    OTHER
  }

  final Role role;
  String title;

  /** The title in a second line of the header, under the group's; empty for none. */
  String below = "";

  boolean hidden;

  Column(Role role, String title) {
    this.role = role;
    this.title = title;
  }
}
