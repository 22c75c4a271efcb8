package basedecl.desk.open;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages for everybody. */
@Configuration(proxyBeanMethods = false)
@Import({TemplateController.class, CheckController.class, VerifyController.class})
public class OpenConfiguration {}
