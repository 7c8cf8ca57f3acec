package vn.giaoban.audit;

import vn.giaoban.shared.RegisterId;

/** A person of the registers, for modules below the one that owns them. */
public record MemberKey(RegisterId register, long member) {}
