package basedecl.spreadsheet.html;

/** Text of a web page as it shows: white space of any length is one blank, a break is a line. */
final class HtmlText {

  private final StringBuilder text = new StringBuilder();

  void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        if (!text.isEmpty() && !endsWithSpace()) {
          text.append(' ');
        }
      } else {
        text.append(c);
      }
    }
  }

  private boolean endsWithSpace() {
    char last = text.charAt(text.length() - 1);
    return last == ' ' || last == '\n';
  }

  void lineBreak() {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  String text() {
    return text.toString();
  }

  void clear() {
    text.setLength(0);
  }
}
