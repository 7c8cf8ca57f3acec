/**
 * The frame of every page: layout, pieces of forms, tables and charts, words and numbers in both languages, the selected day, and the one
 * place where a refusal or a fault becomes an answer.
 *
 * <p>Owns no table. Other modules contribute to the frame through the small interfaces declared here ({@link vn.giaoban.ui.Visitors},
 * {@link vn.giaoban.ui.MenuEntry}, {@link vn.giaoban.ui.Finder}, {@link vn.giaoban.ui.HeadFigures}, {@link vn.giaoban.ui.StartTasks}, {@link vn.giaoban.ui.StartPiece}, {@link vn.giaoban.ui.Knowledge}, {@link
 * vn.giaoban.ui.Demonstration}); it knows none of them.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.giaoban.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
