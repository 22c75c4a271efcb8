package basedecl.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void anAmountAlwaysHasTwoDecimals() {
    assertThat(Money.of("4242")).hasToString("4242.00").isEqualTo(Money.of("4242.000"));
    assertThat(Money.ofFen(1)).hasToString("0.01");
  }

  @Test
  void aThirdDecimalIsRefusedRatherThanRounded() {
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of("0.001"));
  }

  @Test
  void aProductIsRoundedHalfUpToFen() {
    assertThat(Money.of("0.25").times(Rate.of("0.02"))).isEqualTo(Money.of("0.01"));
    assertThat(Money.of("0.24").times(Rate.of("0.02"))).isEqualTo(Money.ZERO);
    assertThat(Money.of("-0.25").times(Rate.of("0.02"))).isEqualTo(Money.of("-0.01"));
  }

  @Test
  void amountsAddAndCompareExactly() {
    assertThat(Money.of("0.10").plus(Money.of("0.20"))).isEqualTo(Money.of("0.30"));
    assertThat(Money.of("0.10").minus(Money.of("0.20"))).isEqualTo(Money.of("-0.10"));
    assertThat(Money.of("1").min(Money.of("1.01"))).isEqualTo(Money.of("1"));
    assertThat(Money.of("1").max(Money.of("1.01"))).isEqualTo(Money.of("1.01"));
    assertThat(Money.of("1").isMoreThan(Money.of("1"))).isFalse();
    assertThat(Money.of("1").isLessThan(Money.of("1"))).isFalse();
  }

  @Test
  void aNegativeRateIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.of("-0.01"));
    assertThat(Rate.of("0.08").plus(Rate.of("0.02"))).isEqualTo(Rate.of("0.10"));
  }

  @Test
  void aBaseMayBeRoundedToWholeYuan() {
    Rounding yuan = new Rounding(0, RoundingMode.HALF_UP);
    assertThat(yuan.round(new BigDecimal("4242.50"))).isEqualTo(Money.of(4243));
    assertThat(yuan.round(new BigDecimal("4242.49"))).isEqualTo(Money.of(4242));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rounding(3, RoundingMode.HALF_UP));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rounding(-1, RoundingMode.HALF_UP));
  }
}
