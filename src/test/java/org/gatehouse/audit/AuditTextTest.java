package org.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditTextTest {
    @Test
    void cutsToTheWidthWithoutSplittingCharacter() {
        assertThat(AuditText.fit("abcdef", 3)).isEqualTo("abc");
        assertThat(AuditText.fit("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(AuditText.fit("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
    }

    @Test
    void replacesCharactersThatForgeLinesOrHideOthers() {
        assertThat(AuditText.fit("a\nb\r\0c\u202Ed\u2028e\uD800\u001B[1m", 40)).isEqualTo("a\uFFFDb\uFFFD\uFFFDc\uFFFDd\uFFFDe\uFFFD\uFFFD[1m");
    }
}
