package org.keywarden.keys.rest;

import java.util.List;
import org.keywarden.keys.KeySummary;
import org.keywarden.platform.paging.Page;

/** A page of keys. */
public record KeyList(List<KeyView> keys, int page, int pageSize, long total, int totalPages) {

    static KeyList of(Page<KeySummary> page) {
        return new KeyList(
                page.rows().stream().map(KeyView::of).toList(),
                page.bounds().page(),
                page.bounds().size(),
                page.total(),
                page.totalPages());
    }
}
