package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.identity.external.ExternalProviderService;
import org.gatehouse.identity.external.ProviderSettings;
import org.gatehouse.permission.SystemPermission;

/** The OpenID providers that people may sign in by. */
@Named
@RequestScoped
public class SetupProvidersPage {
    @Inject
    SetupDoor setup;

    @EJB
    ExternalProviderService providers;

    private List<ProviderSettings> all = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> all = providers.list());
    }

    public List<ProviderSettings> getAll() {
        return all;
    }
}
