package org.keywarden.platform.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.keywarden.platform.http.ProblemWriter;
import org.keywarden.platform.http.Problems;

/**
 * Answers an action that failed with a problem, as the API does; the page's script tells what happened.
 * Faces itself would answer 200 with the name of the exception. Failures outside of actions go to the
 * error page.
 */
class Failures extends ExceptionHandlerWrapper {

    Failures(ExceptionHandler faces) {
        super(faces);
    }

    @Override
    public void handle() {
        var faces = FacesContext.getCurrentInstance();
        var unhandled = getUnhandledExceptionQueuedEvents().iterator();
        if (!unhandled.hasNext()) {
            return;
        }
        var thrown = unhandled.next().getContext().getException();
        if (!faces.getPartialViewContext().isAjaxRequest()) {
            throw new FacesException(thrown);
        }
        unhandled.remove();
        answer(faces, thrown);
    }

    private static void answer(FacesContext faces, Throwable thrown) {
        var external = faces.getExternalContext();
        var problem = CDI.current().select(Problems.class).get().of(thrown);
        external.responseReset();
        try {
            CDI.current()
                    .select(ProblemWriter.class)
                    .get()
                    .write(
                            problem,
                            (HttpServletRequest) external.getRequest(),
                            (HttpServletResponse) external.getResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }
}
