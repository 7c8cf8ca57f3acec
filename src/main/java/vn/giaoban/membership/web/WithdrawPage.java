package vn.giaoban.membership.web;

import vn.giaoban.membership.MemberId;
import vn.giaoban.ui.FormErrors;
import vn.giaoban.ui.Page;

/**
 * Asks before something is taken back.
 *
 * @param what which warning is said: {@code movement} or {@code change}
 * @param path where the form goes to, {@code back} where it came from
 */
public record WithdrawPage(String what, String path, String back, FormErrors errors) implements Page {

    static WithdrawPage ofMovement(MemberId member, long movement, FormErrors errors) {
        var file = "/members/" + member;
        return new WithdrawPage("movement", file + "/movements/" + movement + "/withdraw", file, errors);
    }

    static WithdrawPage ofChange(MemberId member, long change, FormErrors errors) {
        var file = "/members/" + member;
        return new WithdrawPage("change", file + "/changes/" + change + "/withdraw", file + "/history", errors);
    }
}
