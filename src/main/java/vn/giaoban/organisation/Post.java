package vn.giaoban.organisation;

/**
 * A post that somebody can hold.
 *
 * @param outside held beside the organisation, such as village head
 * @param verified whether it was checked against the text of its source
 */
public record Post(String code, String name, String nameEn, boolean outside, String source, boolean verified) {}
