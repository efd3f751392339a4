package org.keywarden.usage;

import java.util.Locale;
import java.util.stream.Collectors;
import org.keywarden.verification.Code;

/** A table of counts by the hour, and the statements for it. */
enum Ledger {
    KEYS("key_usage", "key_id"),
    OWNERS("owner_usage", "owner_id");

    private final String update;
    private final String insert;
    private final String select;

    Ledger(String table, String id) {
        var columns = Counts.DENIALS.stream().map(Ledger::column).toList();
        var additions =
                columns.stream()
                        .map(
                                column ->
                                        "%1$s = %1$s + ?%2$d"
                                                .formatted(column, place(columns.indexOf(column))))
                        .collect(Collectors.joining(", "));
        var places =
                columns.stream()
                        .map(column -> "?" + place(columns.indexOf(column)))
                        .collect(Collectors.joining(", "));
        var names = String.join(", ", columns);
        update =
                "update %s set requests = requests + ?3, denied = denied + ?4, %s where %s = ?1 and hour_start = ?2"
                        .formatted(table, additions, id);
        insert =
                "insert into %s (%s, hour_start, requests, denied, %s) values (?1, ?2, ?3, ?4, %s)"
                        .formatted(table, id, names, places);
        select =
                "select hour_start, requests, denied, %s from %s where %s = ? and hour_start >= ? and hour_start < ?"
                        .formatted(names, table, id);
    }

    /** Adds to a row: id, hour, requests, denied, and then each of {@link Counts#DENIALS}. */
    String update() {
        return update;
    }

    /** Begins a row with the same values. */
    String insert() {
        return insert;
    }

    /** The rows of an id from an hour until before another one. */
    String select() {
        return select;
    }

    static String column(Code code) {
        return code.name().toLowerCase(Locale.ROOT);
    }

    private static int place(int index) {
        return index + 5;
    }
}
