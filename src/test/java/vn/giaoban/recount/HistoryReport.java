package vn.giaoban.recount;

/** Prints one random history: for looking at it. */
final class HistoryReport {
    public static void main(String[] arguments) {
        long t = System.nanoTime();
        var history = RandomHistory.of(Long.parseLong(arguments[0]), true, 45);
        System.out.println(history.print());
        System.out.println((System.nanoTime() - t) / 1_000_000 + " ms, batches "
                + history.batches().size());
    }
}
