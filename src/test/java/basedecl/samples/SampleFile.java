package basedecl.samples;

import java.util.List;

/** A file of the inbox and what each employer's part of it should come to. */
final class SampleFile {

  private final String path;
  private final byte[] bytes;
  private final List<Part> parts;

  SampleFile(String path, byte[] bytes, List<Part> parts) {
    this.path = path;
    this.bytes = bytes;
    this.parts = List.copyOf(parts);
  }

  /**
   * One employer's part; a file refused as a whole has one part with an empty employer.
   *
   * @param errors whether a finding refuses the part
   * @param rowsRead persons' rows in it, good and bad
   * @param places sheet and row of each person, {@code 申报表!5}, in the order of {@code persons}
   */
  record Part(
      String employer,
      boolean errors,
      int rowsRead,
      List<SamplePerson> persons,
      List<String> places,
      List<String> codes) {}

  static SampleFile of(String path, byte[] bytes, Part... parts) {
    return new SampleFile(path, bytes, List.of(parts));
  }

  /** A file that is refused before any row of it counts. */
  static SampleFile refused(String path, byte[] bytes, String code) {
    return of(path, bytes, new Part("", true, 0, List.of(), List.of(), List.of(code)));
  }

  /** An employer's part that is taken; warnings may stand beside it. */
  static Part taken(
      SampleEmployer employer, List<SamplePerson> persons, List<String> places, String... codes) {
    return new Part(employer.code(), false, persons.size(), persons, places, List.of(codes));
  }

  /** An employer's part that is refused. */
  static Part bad(String employer, int rowsRead, String... codes) {
    return new Part(employer, true, rowsRead, List.of(), List.of(), List.of(codes));
  }

  /** Within the inbox. */
  String path() {
    return path;
  }

  byte[] bytes() {
    return bytes;
  }

  List<Part> parts() {
    return parts;
  }
}
