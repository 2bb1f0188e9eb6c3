package tw.ecard.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditHashTest {

    @Test
    void a_link_can_be_worked_out_by_anybody() {
        // The same bytes through sha256sum: 32 zeros, 00000001 'a', ffffffff, 00000003 e4b8ad.
        assertThat(AuditHash.NONE.then("a", null, "中").hex())
                .isEqualTo("477ddcb3cc8e72bf43fc519f1995306fac5cdd224b75b1cd06518383713fb8e6");
    }

    @Test
    void texts_do_not_run_into_each_other() {
        assertThat(AuditHash.NONE.then("ab", "c")).isNotEqualTo(AuditHash.NONE.then("a", "bc"));
        assertThat(AuditHash.NONE.then("a", null)).isNotEqualTo(AuditHash.NONE.then("a", ""));
        assertThat(AuditHash.NONE.then("a"))
                .isNotEqualTo(AuditHash.NONE.then("a").then("a"));
    }
}
