package vn.giaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaoban.CommittingTest;
import vn.giaoban.audit.MemberKey;
import vn.giaoban.audit.ReadKind;
import vn.giaoban.audit.Reads;
import vn.giaoban.organisation.Officers;
import vn.giaoban.shared.Acting;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.Refusal;
import vn.giaoban.shared.Verb;

/** Registers to be bound hold what happened in the year to those whom the printer may see. */
@CommittingTest(freshForEachMethod = true)
class BooksTest {

    private static final AsOf END = new AsOf(LocalDate.of(2021, 6, 30), Instant.parse("2027-01-01T00:00:00Z"));

    @Autowired
    People people;

    @Autowired
    Officers officers;

    @Autowired
    Books books;

    @Autowired
    Reads reads;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void aYear() {
        people.twoProvinces();
        people.at("2020-01-03", () -> {
            people.settle("A1", 6);
            people.settle("B1", 2);
            people.know("moi");
            return null;
        });
        people.at("2021-06-01", () -> {
            people.move("k", "moi", "admission", "2021-02-01", ">A1");
            people.move("c0", "a1-1", "transfer", "2020-12-31", "A1>B1");
            people.move("c1", "a1-2", "transfer", "2021-01-01", "A1>B1");
            people.move("x", "a1-3", "expelled", "2021-03-01", "");
            people.move("t", "a1-4", "died", "2021-04-01", "");
            people.move("n", "a1-5", "residence", "2021-05-01", ">B1");
            return null;
        });
    }

    @Test
    void eachHoldsItsOwnMovementsOfTheYear() {
        var keeper = keeper();
        assertThat(movements(keeper, Book.ADMITTED, "P")).containsExactly("2021-02-01 ADMISSION");
        assertThat(movements(keeper, Book.TRANSFERRED, "P"))
                .as("the one of the year before stands in the book before")
                .containsExactly("2021-01-01 TRANSFER");
        assertThat(movements(keeper, Book.BESIDE, "PA")).containsExactly("2021-05-01 RESIDENCE");
        assertThat(movements(keeper, Book.BESIDE, "PB")).isEmpty();
        assertThat(printed(keeper, Book.MEMBERS, "PA1").members()).hasSize(3);
        assertThat(printed(keeper, Book.PROBATIONARY, "PA1").members()).hasSize(1);
    }

    /** P16, P7 */
    @Test
    void whoLeftStandsInBooksOfKeepersAlone() {
        var keeper = keeper();
        assertThat(movements(keeper, Book.LEFT, "P")).containsExactly("2021-03-01 EXPELLED");
        assertThat(movements(keeper, Book.DECEASED, "P")).containsExactly("2021-04-01 DIED");
        var base = officers.over("PA", Verb.SEE_PERSONS, Verb.CONFIRM, Verb.SEE_FIGURES);
        assertThat(Acting.as(base, () -> books.of(base, officers.id("PA"))))
                .doesNotContain(Book.LEFT, Book.DECEASED)
                .contains(Book.MEMBERS);
        for (var book : List.of(Book.LEFT, Book.DECEASED)) {
            assertThatThrownBy(() -> printed(base, book, "PA")).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> printed(base, Book.MEMBERS, "PB")).isInstanceOf(Refusal.class);
    }

    /** P4 */
    @Test
    void aPrintIsARecordedReadOfEverybodyOnIt() {
        var keeper = keeper();
        var expelled = printed(keeper, Book.LEFT, "P").movements().get(0).member();
        var shown = Acting.as(
                People.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> reads.of(new MemberKey(expelled.register(), expelled.number()))
                                .shown()));
        assertThat(shown).singleElement().matches(read -> read.kind() == ReadKind.PRINT);
    }

    private Actor keeper() {
        return officers.over(
                "P", Verb.SEE_PERSONS, Verb.SEE_FIGURES, Verb.KEEP_REGISTER, Verb.SEE_REMOVALS, Verb.CONFIRM);
    }

    private Books.Printed printed(Actor by, Book book, String unit) {
        return Acting.as(by, () -> books.print(by, book, officers.id(unit), END));
    }

    private List<String> movements(Actor by, Book book, String unit) {
        return printed(by, book, unit).movements().stream()
                .map(line -> line.day() + " " + line.kind())
                .toList();
    }
}
