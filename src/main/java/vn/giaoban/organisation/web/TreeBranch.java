package vn.giaoban.organisation.web;

import vn.giaoban.ui.Page;

/** One opened node of the tree, swapped in place. */
public record TreeBranch(TreePage.TreeNode node) implements Page {}
