package org.keywarden.audit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.keywarden.audit.AuditEntry;
import org.keywarden.audit.EntryView;
import org.keywarden.platform.paging.Page;

/** A page of entries. */
public record EntryList(
        List<EntryView> entries, int page, int pageSize, long total, int totalPages) {

    static EntryList of(Page<AuditEntry> page, ObjectMapper json) {
        return new EntryList(
                page.rows().stream().map(entry -> EntryView.of(entry, json)).toList(),
                page.bounds().page(),
                page.bounds().size(),
                page.total(),
                page.totalPages());
    }
}
