package org.keywarden.audit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keywarden.access.CurrentCaller;
import org.keywarden.audit.AuditEntries;
import org.keywarden.audit.EntryExport;
import org.keywarden.platform.paging.PageRequest;

/** The audit trail, as far as the caller may see it. Hidden, hence for sessions only. */
@Path("audit")
@RequestScoped
public class AuditResource {

    @Inject AuditEntries entries;
    @Inject EntryExport export;
    @Inject CurrentCaller caller;
    @Inject ObjectMapper json;

    /** Lists entries, the newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public EntryList list(@BeanParam AuditQuery query, @BeanParam PageRequest page) {
        return EntryList.of(entries.list(caller.get(), query.filter(), page.bounds()), json);
    }

    /** Exports all entries, the newest first; for whom any answer will do, that is the list. */
    @GET
    @Produces(EntryExport.MEDIA_TYPE + ";qs=0.5")
    @Operation(hidden = true)
    public Response export(@BeanParam AuditQuery query, @Context HttpServletRequest request) {
        var filter = query.filter();
        var reader = caller.get();
        var answer =
                Response.ok()
                        .type(EntryExport.MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, EntryExport.DISPOSITION);
        // asked of the servlet, since JAX-RS takes HEAD for GET here
        return request.getMethod().equals(HttpMethod.HEAD)
                ? answer.build() // without reading what nobody would get
                : answer.entity((StreamingOutput) out -> export.write(reader, filter, out)).build();
    }
}
