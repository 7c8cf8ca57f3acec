package vn.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.access.AccessFixture;
import vn.giaoban.record.Registers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.RegisterId;

@CommittingTest(freshForEachMethod = true)
class ReadsTest {

    @Autowired
    AccessFixture fixture;

    @Autowired
    Reads reads;

    @Autowired
    Registers registers;

    @Autowired
    PlatformTransactionManager transactions;

    RegisterId one = RegisterId.of(0);
    RegisterId two = RegisterId.of(0);
    Actor officer = Actor.system(Set.of());

    @BeforeEach
    void provinces() {
        fixture.twoProvinces();
        one = registers.named("P1").id();
        two = registers.named("P2").id();
        officer = fixture.actor(fixture.account("officer", "provincial-organisation-officer", "P1"));
    }

    @Test
    void oneAnswerIsOneReadOfEachPersonInIt() {
        reads.record(officer, ReadKind.LIST, "đơn vị P1-C1", List.of(member(one, 7), member(one, 8)), Why.OWN);

        var seen = of(member(one, 7));
        assertThat(seen.shown()).hasSize(1);
        assertThat(seen.shown().get(0))
                .extracting(Read::login, Read::kind, Read::what, Read::persons, Read::outside)
                .containsExactly("officer", ReadKind.LIST, "đơn vị P1-C1", 2, false);
        assertThat(of(member(one, 9)).shown()).isEmpty();
    }

    @Test
    void samePersonNumberInAnotherRegisterIsAnotherPerson() {
        reads.record(officer, ReadKind.FILE, "hồ sơ", List.of(member(one, 7)), Why.OWN);
        assertThat(of(member(two, 7)).shown()).isEmpty();
    }

    @Test
    void readOfAReadOnlyTransactionIsNotLostNorThatOfOneRolledBack() {
        var readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        readOnly.executeWithoutResult(status -> {
            reads.record(officer, ReadKind.FILE, "hồ sơ", List.of(member(one, 7)), Why.OWN);
            status.setRollbackOnly();
        });
        assertThat(of(member(one, 7)).shown()).hasSize(1);
    }

    @Test
    void longExportIsFoundFromEachPerson() {
        var everybody = LongStream.rangeClosed(1, 1500)
                .mapToObj(member -> member(one, member))
                .toList();
        reads.record(officer, ReadKind.EXPORT, "toàn tỉnh", everybody, Why.purpose("báo cáo quý"));

        assertThat(of(member(one, 1500)).shown())
                .extracting(Read::kind, Read::persons)
                .containsExactly(tuple(ReadKind.EXPORT, 1500));
        assertThat(of(member(one, 1501)).shown()).isEmpty();
    }

    @Test
    void readsUnderACaseAreSealedUntilItCloses() {
        reads.record(officer, ReadKind.FILE, "hồ sơ", List.of(member(one, 7)), Why.underCase("12-KT/2026", "kiểm tra"));
        assertThat(of(member(one, 7))).isEqualTo(new ReadsOfPerson(List.of(), 1));

        Acting.as(officer, () -> reads.closeCase(officer, "12-KT/2026"));
        assertThat(of(member(one, 7)).sealed()).isZero();
        assertThat(of(member(one, 7)).shown()).hasSize(1);
    }

    @Test
    void outsideOnesOwnChainAReasonIsNeeded() {
        assertThat(reads.needsReason(officer, fixture.unit("P1-C1"))).isFalse();
        assertThat(reads.needsReason(officer, fixture.unit("P2-C1"))).isTrue();
        assertThat(reads.needsReason(officer, null)).isTrue();
        assertThatThrownBy(() -> Why.outside(" ")).hasMessageContaining("reason-missing");
    }

    @Test
    void yearlyListCountsWhoReadOutsideTheirChain() {
        reads.record(officer, ReadKind.FILE, "hồ sơ", List.of(member(one, 7)), Why.OWN);
        reads.record(officer, ReadKind.FILE, "hồ sơ", List.of(member(one, 8)), "đơn thư");
        reads.record(officer, ReadKind.FILE, "hồ sơ", List.of(member(one, 8)), "đơn thư");

        assertThat(Acting.as(officer, () -> reads.ofYear(officer, 2026)))
                .containsExactly(new ReaderOfTheYear("officer", 3, 2, 1, 0));
        assertThat(Acting.as(officer, () -> reads.ofYear(officer, 2025))).isEmpty();

        var base = fixture.actor(fixture.account("base", "base-officer", "P1-B"));
        assertThatThrownBy(() -> Acting.as(base, () -> reads.ofYear(base, 2026)))
                .hasMessageContaining("not-allowed");
    }

    private ReadsOfPerson of(MemberKey person) {
        return Acting.as(Actor.system(Set.of(one, two)), () -> reads.of(person));
    }

    private static MemberKey member(RegisterId register, long member) {
        return new MemberKey(register, member);
    }
}
