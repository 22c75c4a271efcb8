package basedecl.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The night as it is usually written, to compare with: Spring Boot and Spring Batch with their
 * defaults, a job execution for each file with a chunk step of 1,000 lines, POI's user model, a
 * processor that holds the wage between the limits, {@link JdbcBatchItemWriter}, and the two
 * workbooks by SXSSF from queries. It checks nothing, refuses nothing, keeps no versions, hashes no
 * file and moves none: whatever the product does besides is the product's own to pay.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class UsualProgram {

  private static final BigDecimal LOWER = new BigDecimal("4242.00");
  private static final BigDecimal UPPER = new BigDecimal("21207.00");
  private static final BigDecimal EMPLOYER_RATE = new BigDecimal("0.08");
  private static final BigDecimal PERSONAL_RATE = new BigDecimal("0.02");
  private static final int CHUNK = 1_000;

  private static final String TABLE =
      "CREATE TABLE usual_person (line_key BIGINT AUTO_INCREMENT PRIMARY KEY,"
          + " employer_code VARCHAR(64) NOT NULL, employer_name VARCHAR(200) NOT NULL,"
          + " person_name VARCHAR(100) NOT NULL, document_kind VARCHAR(20) NOT NULL,"
          + " id_number VARCHAR(18) NOT NULL, declared_wage DECIMAL(12, 2) NOT NULL,"
          + " base DECIMAL(12, 2) NOT NULL, adjustment CHAR(1) NOT NULL,"
          + " employer_due DECIMAL(12, 2) NULL, personal_due DECIMAL(12, 2) NULL,"
          + " remarks VARCHAR(500) NOT NULL, sheet VARCHAR(100) NOT NULL, row_no INT NOT NULL)";

  private static final String INSERT =
      "INSERT INTO usual_person (employer_code, employer_name, person_name, document_kind,"
          + " id_number, declared_wage, base, adjustment, employer_due, personal_due, remarks,"
          + " sheet, row_no) VALUES (:employerCode, :employerName, :personName, :documentKind,"
          + " :idNumber, :declaredWage, :base, :adjustment, :employerDue, :personalDue, :remarks,"
          + " :sheet, :rowNo)";

  @Bean
  @StepScope
  UsualReader reader(@Value("#{jobParameters['file']}") String file) {
    return new UsualReader(file);
  }

  @Bean
  JdbcBatchItemWriter<UsualLine> writer(DataSource database) {
    return new JdbcBatchItemWriterBuilder<UsualLine>()
        .dataSource(database)
        .sql(INSERT)
        .beanMapped()
        .build();
  }

  @Bean
  Step importStep(
      JobRepository repository,
      PlatformTransactionManager manager,
      UsualReader reader,
      JdbcBatchItemWriter<UsualLine> writer) {
    return new StepBuilder("import", repository)
        .<UsualLine, UsualLine>chunk(CHUNK)
        .transactionManager(manager)
        .reader(reader)
        .processor((ItemProcessor<UsualLine, UsualLine>) UsualProgram::assess)
        .writer(writer)
        .build();
  }

  @Bean
  Job importJob(JobRepository repository, Step importStep) {
    return new JobBuilder("import", repository).start(importStep).build();
  }

  static UsualLine assess(UsualLine line) {
    BigDecimal wage = line.getDeclaredWage();
    line.setBase(wage.max(LOWER).min(UPPER).setScale(2, RoundingMode.HALF_UP));
    line.setAdjustment(wage.compareTo(LOWER) < 0 ? "L" : wage.compareTo(UPPER) > 0 ? "U" : "N");
    line.setEmployerDue(line.getBase().multiply(EMPLOYER_RATE).setScale(2, RoundingMode.HALF_UP));
    line.setPersonalDue(line.getBase().multiply(PERSONAL_RATE).setScale(2, RoundingMode.HALF_UP));
    return line;
  }

  /**
   * Runs the night.
   *
   * @param arguments inbox, output folder, JDBC address, user
   */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    run(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], arguments[3]);
  }

  static void run(Path inbox, Path output, String url, String user) throws Exception {
    long begin = System.nanoTime();
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(UsualProgram.class)
            .web(WebApplicationType.NONE)
            .properties(
                Map.of(
                    "spring.datasource.url", url,
                    "spring.datasource.username", user,
                    "spring.batch.job.enabled", "false",
                    "spring.main.banner-mode", "off",
                    "spring.batch.jdbc.initialize-schema", "always"))
            .run()) {
      JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
      jdbc.execute(TABLE);
      for (Path file : files(inbox)) {
        read(context, file);
      }
      long stored = System.nanoTime();
      Files.createDirectories(output);
      UsualReport report = new UsualReport(jdbc);
      report.summary(output.resolve("summary-2024.xlsx"));
      report.detail(output.resolve("detail-2024.xlsx"));
      MeasuredProcess.tellPhase("read and store", begin, stored);
      MeasuredProcess.tellPhase("workbooks", stored, System.nanoTime());
    }
  }

  private static void read(ConfigurableApplicationContext context, Path file) throws Exception {
    JobExecution execution =
        context
            .getBean(JobOperator.class)
            .start(
                context.getBean(Job.class),
                new JobParametersBuilder().addString("file", file.toString()).toJobParameters());
    if (execution.getStatus() != BatchStatus.COMPLETED) {
      throw new IllegalStateException(
          file + " was not read", execution.getAllFailureExceptions().get(0));
    }
  }

  private static List<Path> files(Path inbox) throws IOException {
    try (Stream<Path> files = Files.walk(inbox)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
