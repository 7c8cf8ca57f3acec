package vn.giaoban.backup;

import java.util.List;

/**
 * What a backup says of itself; its last entry.
 *
 * @param format of this file; raised when older programs could no longer read it
 * @param migrations the versioned migrations that made the tables, oldest first
 * @param lastEntry number and instant of the newest entry, or "none": up to where the records reach
 */
record Manifest(
        int format, List<Migration> migrations, String lastEntry, List<Content> tables, List<Position> sequences) {

    static final int FORMAT = 1;

    record Migration(String version, String script, int checksum) {}

    /** One table. The digest is that of its text, uncompressed. */
    record Content(Table table, long rows, long bytes, String sha256) {}

    /**
     * @param name with its schema, quoted where needed
     * @param columns in the order of the text, quoted where needed; without generated ones
     * @param shape every column with its type, sorted by name
     */
    record Table(String name, List<String> columns, List<String> shape) {

        /** As COPY names it. */
        String withColumns() {
            return name + " (" + String.join(", ", columns) + ")";
        }

        String file() {
            return "tables/" + name + ".copy";
        }
    }

    record Position(String sequence, long lastValue, boolean called) {}

    String version() {
        return migrations.isEmpty()
                ? "?"
                : migrations.get(migrations.size() - 1).version();
    }

    long rows() {
        return tables.stream().mapToLong(Content::rows).sum();
    }
}
