package vn.giaoban.importing.sheet;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file packed by gzip, unpacked while it is read: never longer than a workbook may become, never packed more tightly than one. */
final class Unpacking extends FilterInputStream {

    private final int packed;
    private long unpacked;

    private Unpacking(InputStream in, int packed) {
        super(in);
        this.packed = packed;
    }

    static InputStream of(byte[] content) throws IOException {
        try {
            return new Unpacking(new GZIPInputStream(new ByteArrayInputStream(content), 64 * 1024), content.length);
        } catch (EOFException | ZipException damaged) {
            throw SheetRefusal.damaged("gzip");
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read;
        try {
            read = super.read(into, from, most);
        } catch (EOFException | ZipException damaged) {
            throw SheetRefusal.damaged("gzip");
        }
        unpacked += Math.max(0, read);
        if (unpacked > Limits.UNPACKED || unpacked > Limits.RATIO_FROM && unpacked > (long) packed * Limits.RATIO) {
            throw SheetRefusal.unpacksTooLarge();
        }
        return read;
    }
}
