package vn.giaoban.audit;

import java.util.List;

/**
 * What is digested of a table.
 *
 * @param columns those the application can never change
 * @param superseding whether its rows are superseded
 */
record Evidence(int shape, String table, List<String> columns, boolean superseding) {}
