package vn.giaoban.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is held of one member, for himself to read and sign: with who opened it in the last twelve months and in what post.
 *
 * @param above from the top down to his cell
 * @param changes of attributes that hold, with their days
 * @param posts that he holds or held
 * @param reports of change about him by his cell that wait for an answer
 * @param since from when readers are told
 * @param sealed how many more readings there are under cases that are not closed; always told
 * @param complete false where the printing officer may not see removals: then the sheet says who can print that part
 */
public record MemberSheet(
        MemberFile file,
        MemberFile.Sensitive sensitive,
        List<String> above,
        List<Corrections.Line> changes,
        List<Post> posts,
        List<Waiting> reports,
        List<DataRequest> requests,
        LocalDate since,
        List<Reader> readers,
        int sealed,
        boolean complete) {

    /** @param until null: still */
    public record Post(
            String name,
            String unit,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** What a cell reported of him. @param day null where none was told */
    public record Waiting(Report.Kind kind, @Nullable LocalDate day) {}

    /**
     * An account that read him, and in what post.
     *
     * @param roles codes of the roles that it held within the time, each with the unit; a unit of null: everything
     */
    public record Reader(
            String login, List<Role> roles, int files, int lists, int taken, Instant last, List<String> reasons) {}

    /** A role and over what. */
    public record Role(String code, @Nullable String unit) {}
}
