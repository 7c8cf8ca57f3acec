package vn.giaoban.doors;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.giaoban.access.Account;
import vn.giaoban.shared.Verb;

/**
 * An account and what the test knows it may do today, found without the application's own way of finding it.
 *
 * @param tops units that were granted, some of them closed since
 */
record Stranger(Account account, List<Top> tops) {

    record Top(Verb verb, String unit) {}

    boolean may(Verb verb, String unit, Forest forest) {
        return tops.stream().anyMatch(top -> top.verb() == verb && forest.isUnder(unit, top.unit()));
    }

    boolean mayAnywhere(Verb verb) {
        return tops.stream().anyMatch(top -> top.verb() == verb);
    }

    /** Somebody who stands where this account may see persons, or who left from where it keeps the register. */
    boolean maySee(Someone someone, Forest forest) {
        var cell = someone.cell();
        return cell == null ? may(Verb.KEEP_REGISTER, someone.last(), forest) : may(Verb.SEE_PERSONS, cell, forest);
    }

    /** Units that never had anything to do with what was granted, on no day and under no name. */
    Set<String> foreign(Forest forest) {
        return forest.all().stream()
                .map(Forest.Node::code)
                .filter(code -> tops.stream().noneMatch(top -> forest.wasEverUnder(code, top.unit())))
                .filter(code -> tops.stream().noneMatch(top -> forest.isUnder(top.unit(), code)))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return account.login() + " " + tops.stream().map(Top::unit).distinct().toList();
    }
}
