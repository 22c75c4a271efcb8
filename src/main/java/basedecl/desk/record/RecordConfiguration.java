package basedecl.desk.record;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the record. */
@Configuration(proxyBeanMethods = false)
@Import(RecordController.class)
public class RecordConfiguration {}
