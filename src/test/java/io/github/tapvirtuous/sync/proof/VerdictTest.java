package io.github.tapvirtuous.sync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VerdictTest {
  @Test
  void the_first_proof_that_fails_says_why() {
    var open = Verdict.open("one");
    var disproven = Verdict.disproven("two");

    assertThat(Verdict.PROVEN.and(Verdict.PROVEN)).isEqualTo(Verdict.PROVEN);
    assertThat(Verdict.PROVEN.and(open)).isEqualTo(open);
    assertThat(open.and(disproven)).isEqualTo(open);
    assertThat(disproven.and(Verdict.PROVEN)).isEqualTo(disproven);
  }
}
