package basedecl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ReportMessagesTest {

  private static final ResourceBundle.Control EXACTLY =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Test
  void everySentenceExistsInBothLanguages() {
    ResourceBundle english = ResourceBundle.getBundle("messages-report", Locale.ENGLISH, EXACTLY);
    ResourceBundle chinese = ResourceBundle.getBundle("messages-report", Locale.ROOT, EXACTLY);

    for (String key : chinese.keySet()) {
      if (!key.equals("report.totals.unknown")) {
        assertThat(english.getString(key)).as(key).isNotEqualTo(chinese.getString(key));
      }
    }
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
  }
}
