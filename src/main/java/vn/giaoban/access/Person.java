package vn.giaoban.access;

import vn.giaoban.shared.RegisterId;

/** The member behind an account: a key and nothing else, because this module knows no members. */
public record Person(RegisterId register, long member) {}
