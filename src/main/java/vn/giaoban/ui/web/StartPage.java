package vn.giaoban.ui.web;

import java.util.List;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.Page;

/**
 * Where everyone begins.
 *
 * @param notes what the reader must be told before anything else
 * @param figures at the head
 * @param tasks what waits to be looked at
 * @param pieces sections of the modules, each for whom it is
 */
public record StartPage(List<String> notes, List<Figure> figures, List<Figure> tasks, List<Page> pieces)
        implements Page {}
