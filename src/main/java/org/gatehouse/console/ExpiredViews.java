package org.gatehouse.console;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Iterator;

/**
 * A form whose page this session does not know, because it ran out or was another one, does nothing: the page is opened anew, which asks whoever
 * is nobody by now to sign in. Without this, a person who comes back from lunch and presses a button would read of a failure.
 */
public class ExpiredViews extends ExceptionHandlerFactory {
    public ExpiredViews(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Reopening(getWrapped().getExceptionHandler());
    }

    private static final class Reopening extends ExceptionHandlerWrapper {
        Reopening(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            for (Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
                if (events.next().getContext().getException() instanceof ViewExpiredException) {
                    events.remove();
                    reopen(FacesContext.getCurrentInstance());
                }
            }
            getWrapped().handle();
        }

        private static void reopen(FacesContext faces) {
            ExternalContext external = faces.getExternalContext();
            external.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
            // The path alone: what the form carried is not done, and does not belong into a URL.
            external.setResponseHeader("Location", ((HttpServletRequest) external.getRequest()).getRequestURI());
            faces.responseComplete();
        }
    }
}
