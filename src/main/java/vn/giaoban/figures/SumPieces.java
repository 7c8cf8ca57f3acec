package vn.giaoban.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaoban.figures.Composition.Scope;
import vn.giaoban.shared.Sql;
import vn.giaoban.shared.UnitId;

/** Of which sums the lines of a reading are made. Follows from the structure alone. */
@Component
class SumPieces {

    private static final String WANTED = Sql.beside(SumPieces.class, "sum-wanted.sql");
    private static final String FEW = Sql.beside(SumPieces.class, "sum-wanted-of-few.sql");
    private static final String PIECES = Sql.beside(SumPieces.class, "sum-pieces.sql");

    private final JdbcClient sql;

    SumPieces(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A sum that is inside a line from {@code from} until {@code until}, exclusive.
     *
     * @param layer 1: a bundle, 2: a top; 0: a unit alone, of which nothing is kept
     * @param born the first day of the anchor's life: before it there is nothing in the sum
     */
    record Piece(UnitId line, long anchor, int layer, LocalDate from, LocalDate until, LocalDate born) {

        boolean inside(LocalDate day) {
            return !from.isAfter(day) && until.isAfter(day);
        }

        /** Inside for the whole period, or as long as it was there. */
        boolean within(Reading reading) {
            return (!from.isAfter(reading.from()) || !from.isAfter(born)) && !until.isBefore(reading.until());
        }

        /** Inside on no day of the period. */
        boolean without(Reading reading) {
            return !from.isBefore(reading.until()) || !until.isAfter(reading.from());
        }
    }

    /** @param days of each line, where lines were asked for */
    record Found(List<Piece> pieces, Set<UnitId> lines, Map<UnitId, List<ChildLines.Days>> days) {

        /** Whether nothing crosses the border of a line within the period together with the sum it is in. */
        boolean wholeWithin(Reading reading) {
            return pieces.stream().allMatch(piece -> piece.within(reading) || piece.without(reading));
        }

        boolean kept() {
            return pieces.stream().noneMatch(piece -> piece.layer() == 0);
        }

        /** Whether a line is made of tops and of bundles: what passes between those is not kept. */
        boolean mixed() {
            var layers = new HashMap<UnitId, Integer>();
            return pieces.stream()
                    .anyMatch(piece -> layers.computeIfAbsent(piece.line(), line -> piece.layer()) != piece.layer());
        }
    }

    /** Of few units from these to the sums they are in; of many from the tops down to what the lines take in. */
    Found of(Reading reading, Lines lines, Scope scope, LocalDate firstDay) {
        var pieces = new ArrayList<Piece>();
        var found = new LinkedHashSet<UnitId>();
        var days = new HashMap<UnitId, List<ChildLines.Days>>();
        var wanted = scope == Scope.FEW ? lines.inside() + FEW : lines.inside(WANTED);
        Counting.parameters(sql.sql(wanted + PIECES), reading, firstDay).query(row -> {
            var line = new UnitId(row.getLong(2));
            found.add(line);
            var from = row.getObject(5, LocalDate.class);
            var until = row.getObject(6, LocalDate.class);
            if (row.getInt(1) == 0) {
                var born = (@Nullable LocalDate) row.getObject(7, LocalDate.class);
                pieces.add(new Piece(line, row.getLong(3), row.getInt(4), from, until, born == null ? from : born));
            } else if (lines == Lines.CHILDREN) {
                days.computeIfAbsent(line, unit -> new ArrayList<>()).add(new ChildLines.Days(from, until));
            }
        });
        return new Found(List.copyOf(pieces), found, Map.copyOf(days));
    }
}
