package basedecl.spreadsheet.gate;

/**
 * How much one file may ask of the night. Over any of them it is {@code FILE_TOO_LARGE}, or {@code
 * FILE_UNSAFE} where only an attack looks like that.
 *
 * @param fileBytes size of the file; default 20 MiB
 * @param inflatedBytes all its parts unpacked; default 200 MiB
 * @param entries parts of a zip container; default 1,000
 * @param cellCharacters characters of one cell; default 32,767
 * @param columns columns of a row; default 256
 * @param seconds wall-clock seconds spent on reading one file; default 60
 */
public record ReadLimits(
    long fileBytes, long inflatedBytes, int entries, int cellCharacters, int columns, int seconds) {

  public static final ReadLimits DEFAULT =
      new ReadLimits(20L << 20, 200L << 20, 1_000, 32_767, 256, 60);
}
