package vn.giaoban.ui.web;

import java.util.List;
import vn.giaoban.ui.Figure;
import vn.giaoban.ui.Page;

/** Where everyone begins: what they may do here as large buttons, and the figures at the head. */
public record StartPage(List<String> notes, List<Figure> figures) implements Page {}
