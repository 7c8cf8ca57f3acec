package vn.giaoban.shared;

/**
 * The rows under this process are no longer those it has read: a backup was put back, or the next test begins. Whoever keeps answers in
 * memory listens with {@code @EventListener} and forgets them.
 */
public record DatabaseReplaced() {}
