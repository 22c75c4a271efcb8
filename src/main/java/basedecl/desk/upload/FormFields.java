package basedecl.desk.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.Parameters;
import org.jspecify.annotations.Nullable;

/** A request whose body was read: its fields are parameters, after those of the address. */
final class FormFields extends HttpServletRequestWrapper {

  private final Map<String, String[]> fields;

  private FormFields(HttpServletRequest request, Map<String, String[]> fields) {
    super(request);
    this.fields = fields;
  }

  static FormFields of(HttpServletRequest request, Parameters body) {
    Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
    for (String name : Collections.list(body.getParameterNames())) {
      fields.merge(name, body.getParameterValues(name), FormFields::joined);
    }
    return new FormFields(request, Collections.unmodifiableMap(fields));
  }

  static Parameters parameters(int most) {
    Parameters parameters = new Parameters();
    parameters.setCharset(StandardCharsets.UTF_8);
    parameters.setLimit(most);
    return parameters;
  }

  private static String[] joined(String[] first, String[] then) {
    String[] all = java.util.Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = fields.get(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return fields;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = fields.get(name);
    return values == null ? null : values.clone();
  }
}
