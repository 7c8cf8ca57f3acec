package vn.giaoban.importing.sheet;

/** How much of a file is read before it is refused. Generous for a province, small for a machine. */
public final class Limits {

    /** Bytes of a file as it arrives; {@code spring.servlet.multipart.max-file-size} says the same. */
    public static final int FILE = 40 * 1024 * 1024;

    /** Lines that are not empty, the headings among them. */
    public static final int LINES = 200_001;

    /** The same of files whose rows are taken in pieces: as many as a spreadsheet can have. */
    public static final int LINES_IN_PIECES = 1_048_576;

    /** The last line of a sheet in every spreadsheet program. */
    static final int LAST_LINE = 1_048_576;

    static final int COLUMNS = 256;

    /** Characters in one cell: what a spreadsheet program allows. */
    static final int CELL = 32_767;

    /** Bytes of a workbook when unpacked. */
    static final long UNPACKED = 700L * 1024 * 1024;

    /** A workbook's sheets shrink to a tenth or a twentieth; what shrinks to less than this is made to hurt. */
    static final int RATIO = 150;

    /** Below this many bytes the ratio says nothing. */
    static final long RATIO_FROM = 8L * 1024 * 1024;

    static final int PARTS = 1_000;

    /** Characters in the table of texts that cells share. */
    static final int SHARED = 24 * 1024 * 1024;

    private Limits() {}
}
