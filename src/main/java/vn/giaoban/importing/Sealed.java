package vn.giaoban.importing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import vn.giaoban.importing.sheet.Cell;
import vn.giaoban.importing.sheet.Line;

/** How lines and findings are written before they are sealed: small, and readable only by this class. */
final class Sealed {

    /** Without it every number would go through the deflater byte by byte. */
    private static final int BUFFER = 64 * 1024;

    private static final Cell.Type[] TYPES = Cell.Type.values();

    private Sealed() {}

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] lines(List<Line> lines) {
        return written(out -> {
            out.writeInt(lines.size());
            for (var line : lines) {
                out.writeInt(line.number());
                out.writeInt(line.cells().size());
                for (var cell : line.cells()) {
                    out.writeByte(cell.type().ordinal());
                    text(out, cell.text());
                }
            }
        });
    }

    static List<Line> lines(byte[] plain) {
        return read(plain, in -> {
            int count = in.readInt();
            List<Line> lines = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int number = in.readInt();
                int width = in.readInt();
                List<Cell> cells = new ArrayList<>(width);
                for (int column = 0; column < width; column++) {
                    var type = TYPES[in.readByte()];
                    var text = text(in);
                    cells.add(text.isEmpty() ? Cell.EMPTY : new Cell(type, text));
                }
                lines.add(new Line(number, cells));
            }
            return lines;
        });
    }

    static byte[] found(Found found) {
        return written(out -> {
            out.writeInt(found.problems().size());
            for (var problem : found.problems()) {
                out.writeInt(problem.row());
                text(out, problem.column() == null ? "" : problem.column());
                text(out, problem.code());
                text(out, problem.message());
            }
            out.writeInt(found.notes().size());
            for (var note : found.notes()) {
                out.writeInt(note.row());
                text(out, note.column() == null ? "" : note.column());
                text(out, note.code());
                text(out, note.message());
                out.writeInt(note.count());
            }
            out.writeInt(found.counts().size());
            for (var count : found.counts()) {
                text(out, count.unit());
                out.writeInt(count.rows());
            }
        });
    }

    static Found found(byte[] plain) {
        return read(plain, in -> {
            List<Problem> problems = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                problems.add(new Problem(in.readInt(), orNull(text(in)), text(in), text(in)));
            }
            List<Note> notes = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                notes.add(new Note(in.readInt(), orNull(text(in)), text(in), text(in), in.readInt()));
            }
            List<Found.Count> counts = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                counts.add(new Found.Count(text(in), in.readInt()));
            }
            return new Found(problems, notes, counts);
        });
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** A cell may be longer than {@code writeUTF} can write. */
    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater), BUFFER))) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] plain, Reading<T> reading) {
        try (var in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(plain))))) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
