package org.keywarden.keys.rest;

import java.util.List;
import java.util.Map;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.upstream.UpstreamState;
import org.keywarden.platform.paging.Page;

/** A page of keys. */
public record KeyList(List<KeyView> keys, int page, int pageSize, long total, int totalPages) {

    static KeyList of(Page<KeySummary> page, Map<KeyId, UpstreamState> revocations) {
        return new KeyList(
                page.rows().stream()
                        .map(key -> KeyView.of(key, revocations.get(key.id())))
                        .toList(),
                page.bounds().page(),
                page.bounds().size(),
                page.total(),
                page.totalPages());
    }
}
