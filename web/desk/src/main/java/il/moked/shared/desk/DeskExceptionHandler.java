// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import il.moked.shared.BusinessException;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * What the user sees of a failure. A refusal is a sentence and the page lives on. Anything else that happens to a
 * partial request is answered by a status the page's script understands, so that the page, and what is being typed in
 * it, stays: 410 when the server no longer knows the page, 500 with a trace id. A full request goes on to the error page.
 */
public class DeskExceptionHandler extends ExceptionHandlerWrapper {
    /** Header and request attribute with the id under which a failure is in the log. */
    public static final String TRACE = "X-Moked-Trace";

    private static final int DEEPEST = 20;

    public DeskExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator(); queued.hasNext();) {
            Throwable failure = queued.next().getContext().getException();
            Optional<BusinessException> refusal = refusal(failure);
            boolean drawing = faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
            boolean partial = faces.getPartialViewContext().isAjaxRequest();
            if (refusal.isPresent() && partial && !drawing) {
                queued.remove();
                CDI.current().select(Screen.class).get().refuse(refusal.get());
            } else if (partial) {
                queued.remove();
                answer(faces, failure, refusal);
            } else {
                trace(faces, failure, refusal);
            }
        }
        super.handle();
    }

    private static void answer(FacesContext faces, Throwable failure, Optional<BusinessException> refusal) {
        ExternalContext external = faces.getExternalContext();
        if (!external.isResponseCommitted()) {
            external.responseReset();
        }
        if (caused(failure, ViewExpiredException.class).isPresent()) {
            external.setResponseStatus(HttpServletResponse.SC_GONE);
        } else {
            external.setResponseStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            external.setResponseHeader(TRACE, trace(faces, failure, refusal));
        }
        faces.responseComplete();
    }

    private static String trace(FacesContext faces, Throwable failure, Optional<BusinessException> refusal) {
        String trace = UUID.randomUUID().toString().substring(0, 8);
        faces.getExternalContext().getRequestMap().put(TRACE, trace);
        if (refusal.isEmpty() && caused(failure, ViewExpiredException.class).isEmpty()) {
            DeskLog.LOG.failed(trace, faces.getExternalContext().getRequestServletPath(), failure);
        }
        return trace;
    }

    /** What of a failure is a refusal that the user can do something about. */
    static Optional<BusinessException> refusal(Throwable failure) {
        Optional<BusinessException> business = caused(failure, BusinessException.class);
        if (business.isPresent()) {
            return business;
        }
        if (caused(failure, OptimisticLockException.class).isPresent()) {
            return Optional.of(new BusinessException("shared.conflict"));
        }
        if (caused(failure, PessimisticLockException.class).isPresent()) {
            return Optional.of(new BusinessException("shared.busy"));
        }
        return caused(failure, EJBAccessException.class).map(denied -> new BusinessException("access.denied"));
    }

    private static <T extends Throwable> Optional<T> caused(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** Makes the handler; named in faces-config. */
    public static class Factory extends jakarta.faces.context.ExceptionHandlerFactory {
        public Factory(jakarta.faces.context.ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new DeskExceptionHandler(getWrapped().getExceptionHandler());
        }
    }

    @Override
    public Throwable getRootCause(Throwable failure) {
        Throwable root = failure;
        while ((root instanceof FacesException || root instanceof jakarta.el.ELException) && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
