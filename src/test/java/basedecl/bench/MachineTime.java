package basedecl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time that everything on the machine took since it was started. */
final class MachineTime {

  private static final int IDLE = 4;
  private static final int WAITING = 5;

  /** What a guest takes is in other columns already. */
  private static final int GUEST = 9;

  private static final double TICKS = 100.0;

  private MachineTime() {}

  /** Processor seconds, those that another machine on the same hardware took away included. */
  static double busy() throws IOException {
    String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
    double busy = 0;
    for (int i = 1; i < Math.min(GUEST, fields.length); i++) {
      busy += i == IDLE || i == WAITING ? 0 : Long.parseLong(fields[i]);
    }
    return busy / TICKS;
  }
}
