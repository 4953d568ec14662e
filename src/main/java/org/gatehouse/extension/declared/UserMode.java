package org.gatehouse.extension.declared;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a class that contributes may not refer to, and nothing of its own archive that it uses: other ways to data than {@code Records} and {@code Queries}.
 *
 * <p>This finds what a developer wrote without thinking of permissions. It is no wall against one who wants to get around it; whoever deploys code on the server trusts its author.
 */
public final class UserMode {
    private static final String API = "org.gatehouse.extension.";
    private static final String GATEHOUSE = "org.gatehouse.";
    private static final List<String> OTHER_WAYS = List.of(
            "java.sql.", "javax.sql.", "jakarta.persistence.", "javax.naming.", "org.jooq.", "org.hibernate.", "org.postgresql.", "org.h2.");

    private UserMode() {}

    /** Whether a contributing class may not refer to the type of this name. */
    public static boolean forbids(String type) {
        boolean internal = type.startsWith(GATEHOUSE) && !(type.startsWith(API) && type.indexOf('.', API.length()) < 0);
        return internal || OTHER_WAYS.stream().anyMatch(type::startsWith);
    }

    /** A reference that a class must not have. */
    public record Finding(String className, String type) {}

    /** What a class, its nested classes and all that they use of the same archive refer to and may not. */
    static List<Finding> findings(Class<?> contributing) {
        ClassLoader loader = contributing.getClassLoader();
        String archive = archive(loader, contributing.getName());
        List<Finding> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(contributing.getName()));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String name = open.remove();
            for (String type : references(loader, name)) {
                if (forbids(type)) {
                    findings.add(new Finding(name, type));
                } else if (seen.add(type) && archive != null && archive.equals(archive(loader, type))) {
                    open.add(type);
                }
            }
        }
        return findings;
    }

    private static Set<String> references(ClassLoader loader, String name) {
        try (InputStream file = loader.getResourceAsStream(path(name))) {
            if (file == null) {
                throw new Unusable("The class file of " + name + " cannot be read, so nobody knows what it does. Deploy it as a class file.");
            }
            return ReferencedTypes.of(file);
        } catch (IOException e) {
            throw new Unusable("The class file of " + name + " cannot be read: " + e.getMessage());
        }
    }

    private static @Nullable String archive(ClassLoader loader, String name) {
        URL place = loader.getResource(path(name));
        return place == null ? null : place.toString().replace(path(name), "");
    }

    private static String path(String name) {
        return name.replace('.', '/') + ".class";
    }
}
