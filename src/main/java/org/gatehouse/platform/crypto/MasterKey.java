package org.gatehouse.platform.crypto;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.platform.configuration.Deployment;

/** The key that encrypts secrets in the database: signing keys, second factors. It lives in a file, so that a copy of the database opens none. */
public final class MasterKey {
    private static final int BYTES = 32;
    private static final String DERIVATION = "HmacSHA256";

    private final SecretKey key;

    private MasterKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A master key has " + BYTES + " bytes.");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** Where an installation keeps its key. */
    public static Path file(Deployment deployment) {
        return deployment.home().resolve("keys").resolve("master.key");
    }

    /** Reads the key from its file. */
    public static MasterKey read(Path file) {
        try {
            return new MasterKey(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The master key in " + file + " cannot be read. "
                    + "It opens the secrets in the database: put back the file that belongs to this database.", e);
        }
    }

    /** Makes a key and its file, readable by its owner only. Nothing is overwritten. */
    public static MasterKey create(Path file) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null && !Files.isDirectory(directory)) {
                Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
            }
            // Created empty with its permissions first: at no time does the key stand in a file that others can read.
            Files.createFile(file, ownerOnly(file, "rw-------"));
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes) + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be written to " + file + "; check gatehouse.home and its permissions.", e);
        }
        return new MasterKey(bytes);
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    /** A key of its own for a purpose; from it nothing follows about this key or the key of another purpose (RFC 5869, the expand step). */
    public SecretKey derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(DERIVATION);
            mac.init(new SecretKeySpec(key.getEncoded(), DERIVATION));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(mac.doFinal(new byte[] {1}), DERIVATION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be derived.", e);
        }
    }

    /** The text as a compact JWE (RFC 7516), direct encryption with A256GCM. */
    public String encrypt(String text) {
        try {
            JWEObject jwe = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(text));
            jwe.encrypt(new DirectEncrypter(key));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A secret could not be encrypted.", e);
        }
    }

    /** What was encrypted. */
    public String decrypt(String compactJwe) throws JOSEException, ParseException {
        JWEObject jwe = JWEObject.parse(compactJwe);
        jwe.decrypt(new DirectDecrypter(key));
        return jwe.getPayload().toString();
    }
}
