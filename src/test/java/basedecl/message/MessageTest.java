package basedecl.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void aCountOfZeroIsLeftOutOfASentence() {
    assertThat(Message.of("job.summary-files", "5", "4", "0", "1", "0").in(Language.ZH))
        .isEqualTo("文件：5 个；已受理 4，重复 1（按文件与单位计）");
    assertThat(Message.of("job.summary-files", "5", "4", "1,200", "0", "0").in(Language.EN))
        .isEqualTo("Files: 5; accepted 4, refused 1,200 (by file and employer)");
  }

  @Test
  void aCountThatIsNotLeftOutIsSaidAlsoAtZero() {
    assertThat(Message.of("job.summary-files", "0", "0", "0", "0", "0").in(Language.ZH))
        .isEqualTo("文件：0 个；已受理 0（按文件与单位计）");
  }
}
