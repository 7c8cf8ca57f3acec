package vn.giaoban.membership.web;

import org.jspecify.annotations.Nullable;
import vn.giaoban.audit.ReadsOfPerson;
import vn.giaoban.membership.MemberFile;
import vn.giaoban.ui.Page;

/**
 * A person's file.
 *
 * @param ethnicity in words, as {@code education} and {@code theory}
 * @param reason what the reader gave for reading, to go on with
 * @param sensitive null until it is asked for
 * @param reads null unless that tab is open
 */
public record MemberPage(
        MemberFile file,
        String ethnicity,
        String education,
        String theory,
        String reason,
        MemberFile.@Nullable Sensitive sensitive,
        @Nullable ReadsOfPerson reads)
        implements Page {}
