package vn.giaoban.access.web;

import vn.giaoban.access.Grant;

/**
 * A grant as a line of a table.
 *
 * @param post the post it hangs on; empty: none
 * @param endable whether it is not over yet
 */
public record GrantLine(Grant grant, String role, String post, String unit, boolean endable) {}
