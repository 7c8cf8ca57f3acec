package vn.giaoban.membership.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.membership.Book;
import vn.giaoban.membership.Books;
import vn.giaoban.membership.MembershipRefusal;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.ui.Answers;
import vn.giaoban.ui.Page;

/** Registers to be printed and bound. */
@RestController
class BookController {

    private final Books books;
    private final Organisation organisation;

    BookController(Books books, Organisation organisation) {
        this.books = books;
        this.organisation = organisation;
    }

    @GetMapping("/books")
    ResponseEntity<Page> choose(Actor by, AsOf at, @RequestParam(required = false) @Nullable UnitId unit) {
        if (unit != null) {
            return ResponseEntity.ok(
                    new BooksPage(organisation.unit(unit, at), List.of(), books.of(by, unit), at.day()));
        }
        var tops = by.where(Verb.SEE_PERSONS).stream()
                .sorted()
                .flatMap(top -> organisation.find(top, at).stream())
                .toList();
        return tops.size() == 1
                ? Answers.seeOther("/books?unit={unit}", tops.get(0).id())
                : ResponseEntity.ok(new BooksPage(null, tops, List.of(), at.day()));
    }

    @GetMapping("/books/{book}")
    BookPage print(Actor by, AsOf at, @PathVariable String book, @RequestParam UnitId unit) {
        var asked = Book.find(book).orElseThrow(MembershipRefusal::noSuchList);
        var printed = books.print(by, asked, unit, at);
        var path = organisation.path(unit, at);
        Unit above = path.size() < 2 ? null : path.get(path.size() - 2);
        return new BookPage(organisation.unit(unit, at), above, at.day(), printed);
    }
}
