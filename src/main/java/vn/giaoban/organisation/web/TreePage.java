package vn.giaoban.organisation.web;

import java.util.List;
import vn.giaoban.organisation.Unit;
import vn.giaoban.ui.Page;

/** The tree on the selected day, open along one path. */
public record TreePage(List<TreeNode> roots, FoundUnits found) implements Page {

    /** @param open whether its children are shown */
    public record TreeNode(Unit unit, boolean open, boolean here, List<TreeNode> children) {

        static TreeNode shut(Unit unit) {
            return new TreeNode(unit, false, false, List.of());
        }
    }
}
