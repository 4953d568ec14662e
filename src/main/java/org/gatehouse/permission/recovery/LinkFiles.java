package org.gatehouse.permission.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Puts links where only the server's own account can read them. */
final class LinkFiles {
    private LinkFiles() {}

    /** Makes a directory that only its owner can enter. */
    static void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
        }
    }

    /** Writes a link to a new file, in place of an old one. */
    static void write(Path file, NewLink link) throws IOException {
        Files.deleteIfExists(file);
        // Created empty with its permissions first: at no time does the link stand in a file that others can read.
        Files.createFile(file, ownerOnly(file, "rw-------"));
        Files.writeString(file, link.link() + "\n", StandardOpenOption.WRITE);
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
