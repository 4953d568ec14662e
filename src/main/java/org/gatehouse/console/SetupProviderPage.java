package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gatehouse.identity.external.ExternalProviderService;
import org.gatehouse.identity.external.ProviderSettings;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/** One OpenID provider that people may sign in by. */
@Named
@ViewScoped
public class SetupProviderPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String LIST = "/setup/providers";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient ExternalProviderService providers;

    private final FormValues form = new FormValues();
    private transient String secret = "";
    private String name = "";
    private @Nullable Integer version;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                String wanted = SetupDoor.parameter("name");
                if (wanted.isEmpty()) {
                    form.put("scopes", "openid email profile");
                } else {
                    read(providers.one(wanted));
                }
            }
            return this;
        });
    }

    private void read(ProviderSettings provider) {
        name = provider.name();
        version = provider.version();
        form.put("label", provider.label());
        form.put("enabled", provider.enabled());
        form.put("issuer", provider.issuer());
        form.put("clientId", provider.clientId());
        form.put("scopes", String.join(" ", provider.scopes()));
        form.put("firstSignIn", provider.firstSignIn());
        form.put("usernameClaim", provider.usernameClaim());
    }

    /** Adds the provider, or changes it at the version that the page was made of. */
    public void save() {
        String wanted = isNew() ? form.text("name") : name;
        List<String> scopes = Arrays.stream(form.text("scopes").split("[,\\s]+")).filter(it -> !it.isEmpty()).toList();
        ProviderSettings settings = new ProviderSettings(
                wanted, form.text("label"), form.flag("enabled"), form.text("issuer"), form.text("clientId"), secret.isEmpty() ? null : secret, scopes,
                form.text("firstSignIn"), form.optional("usernameClaim"), version);
        setup.act(NEEDED, "provider.save", wanted, LIST, () -> {
            providers.save(settings);
            return wanted;
        });
    }

    /** Removes the provider. */
    public void delete() {
        int read = version == null ? 0 : version;
        setup.act(NEEDED, "provider.remove", name, LIST, () -> {
            providers.remove(name, read);
            return name;
        });
    }

    public boolean isNew() {
        return version == null;
    }

    /** What the page is about, for its heading. */
    public String getHeading() {
        return isNew() ? "New identity provider" : name;
    }

    public Map<String, Object> getForm() {
        return form.all();
    }

    /** Never what is stored. */
    public String getSecret() {
        return "";
    }

    public void setSecret(@Nullable String secret) {
        this.secret = secret == null ? "" : secret;
    }
}
