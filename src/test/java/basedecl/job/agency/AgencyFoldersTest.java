package basedecl.job.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgencyFoldersTest {

  @Test
  void aFolderIsCalledAsItsAgencyWithoutWhatAFileSystemDoesNotTake() {
    assertThat(AgencyFolders.of(List.of("", "奎文区", "../峡山 区", "A/B", "a\\b", "A:B.")).values())
        .containsExactly("未注明经办机构", "奎文区", "_峡山_区", "A_B", "a_b-2", "A_B_");
  }

  @Test
  void anAgencyThatIsCalledAsNoneIsNumbered() {
    assertThat(AgencyFolders.of(List.of("", "未注明经办机构")).values())
        .containsExactly("未注明经办机构", "未注明经办机构-2");
  }

  @Test
  void aLongNameFitsAndIsNotCutWithinACharacter() {
    String folder = AgencyFolders.of(List.of("x" + "𠮷".repeat(80))).values().iterator().next();
    assertThat(folder).hasSize(59).endsWith("𠮷");
    assertThat(folder.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(240);
  }
}
