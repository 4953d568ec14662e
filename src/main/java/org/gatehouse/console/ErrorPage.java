package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gatehouse.oauth.endpoint.AuthorizationEndpoint;

/** The error page. Says what the person can do, and nothing of what happened inside. */
@Named
@RequestScoped
public class ErrorPage {
    /** Before the page is shown: a form whose session is gone is a refused request, not a fault of the server. */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (expired()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    public String getTitle() {
        return expired() ? "This page has expired" : switch (status()) {
            case 400 -> "This request cannot be answered";
            case 403 -> "Not allowed";
            case 404 -> "Page not found";
            default -> status() < 500 ? "This request cannot be answered" : "Something went wrong";
        };
    }

    public String getMessage() {
        if (request().getAttribute(AuthorizationEndpoint.MESSAGE) instanceof String message) {
            return message;
        }
        if (expired()) {
            return "You were away for a while. Go back to your application and connect again.";
        }
        return status() < 500 ? "Check the address, or go back to your application and try again." : "It has been noted. Please try again later.";
    }

    private static int status() {
        return request().getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private static boolean expired() {
        return request().getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof ViewExpiredException;
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
