package basedecl.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped policy of Weifang's employees with final limits from July 2024 on. */
public final class LimitsOfJuly {

  public static final String FILE = "weifang-employee-medical.yaml";

  private LimitsOfJuly() {}

  /** The text of the policy's file. */
  public static String policy() throws IOException {
    return Files.readString(Path.of("src", "main", "resources", "policies", FILE))
        .replace(
            "limits:\n",
            "limits:\n  - {year: 2024, from: 2024-07, lower: 4416, upper: 22078, status: final,"
                + " published: 2024-06-20, citation: 样例}\n");
  }
}
