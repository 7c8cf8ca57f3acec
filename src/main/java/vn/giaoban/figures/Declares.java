package vn.giaoban.figures;

import java.util.List;

/** What a module lets be counted. Beans of this type make the catalogue; the order of the lists is the order of the tables. */
public interface Declares {

    List<Indicator> indicators();

    default List<Breakdown> breakdowns() {
        return List.of();
    }
}
