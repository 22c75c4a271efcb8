package basedecl.desk.upload;

/** The name of an uploaded file, made fit to be shown. */
final class FileName {

  private static final int LONGEST = 120;

  private FileName() {}

  /**
   * Without folders, control characters and those that turn the direction of writing, and not
   * longer than {@value #LONGEST} characters, the ending kept.
   */
  static String shown(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String printable =
        last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "").strip();
    if (printable.length() <= LONGEST) {
      return printable;
    }
    int dot = printable.lastIndexOf('.');
    String ending = dot > printable.length() - 8 && dot > 0 ? printable.substring(dot) : "";
    String begin = printable.substring(0, LONGEST - ending.length());
    boolean halved = Character.isHighSurrogate(begin.charAt(begin.length() - 1));
    return (halved ? begin.substring(0, begin.length() - 1) : begin) + ending;
  }
}
