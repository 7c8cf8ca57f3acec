package vn.giaoban.importing.web;

import java.util.List;
import vn.giaoban.importing.Import;
import vn.giaoban.ui.Column;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wording;

/** What was uploaded lately. */
public record ImportsPage(List<Import> imports) implements Page {

    public List<Column> columns(Wording words) {
        return List.of(
                Column.text(words.text("importing.when")),
                Column.text(words.text("importing.file")),
                Column.text(words.text("importing.what")),
                Column.text(words.text("importing.who")),
                Column.number(words.text("importing.rows")),
                Column.number(words.text("importing.problems")),
                Column.text(words.text("importing.state")));
    }
}
