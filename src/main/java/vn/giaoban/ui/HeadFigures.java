package vn.giaoban.ui;

import java.util.List;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;

/** The figures at the head of the start page. Contributed as a bean by the module that counts. */
public interface HeadFigures {

    List<Figure> of(Actor by, AsOf at, Wording words);
}
