package vn.giaoban.ui;

/**
 * What a controller returns: the data of one page or fragment. The template has the same name and lies beside the record: {@code
 * organisation/web/UnitPage.java} is rendered by {@code organisation/web/UnitPage.jte}.
 */
public interface Page {

    /** Path of the template below the root package. */
    default String template() {
        return getClass().getName().substring("vn.giaoban.".length()).replace('.', '/') + ".jte";
    }
}
