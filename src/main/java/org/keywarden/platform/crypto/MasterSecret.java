package org.keywarden.platform.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.keywarden.platform.config.Configuration;

/**
 * The operator's secret, from which all other keys are derived, each for one purpose. The newest
 * comes first; retired ones still open what they once closed.
 *
 * <p>Without a configured secret, in development mode only, one is generated into {@code
 * keywarden.secret} in the data directory, readable by its owner alone.
 */
@ApplicationScoped
public class MasterSecret {

    @Inject Configuration configuration;
    @Inject SecureRandoms random;

    private List<byte[]> secrets = List.of();

    /**
     * The secrets that there are, for a command without a server; none is generated.
     *
     * @throws IllegalStateException if none is configured, and none was generated before
     */
    @SuppressWarnings("UnnecessaryAssignment") // there is no container to inject it
    public static MasterSecret existing(Configuration configuration) {
        var secret = new MasterSecret();
        secret.configuration = configuration;
        if (configuration.secret() == null && !Files.exists(secret.file())) {
            throw new IllegalStateException(
                    "keywarden.secret (KEYWARDEN_SECRET): is not set, and there is no secret file "
                            + secret.file());
        }
        secret.load();
        return secret;
    }

    @PostConstruct
    void load() {
        var all = new ArrayList<byte[]>();
        var configured = configuration.secret();
        all.add((configured != null ? configured : generated()).getBytes(StandardCharsets.UTF_8));
        configuration.retiredSecrets().forEach(s -> all.add(s.getBytes(StandardCharsets.UTF_8)));
        secrets = List.copyOf(all);
    }

    /**
     * Derives a key for a purpose from every secret, the newest first.
     *
     * @param purpose names the use and its version, such as {@code keywarden/pepper/v1}
     * @param bytes the length of the key, 16–255
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869, HKDF</a>
     */
    public List<byte[]> derive(String purpose, int bytes) {
        return secrets.stream().map(secret -> hkdf(secret, purpose, bytes)).toList();
    }

    /** As {@link #derive}: 32 bytes each, to make message authentication codes with. */
    public List<Hmac> hmacs(String purpose) {
        return derive(purpose, 32).stream().map(Hmac::new).toList();
    }

    private static byte[] hkdf(byte[] secret, String purpose, int bytes) {
        var hkdf = new HKDFBytesGenerator(new SHA256Digest());
        var info = purpose.getBytes(StandardCharsets.UTF_8);
        hkdf.init(new HKDFParameters(secret, null, info));
        var key = new byte[bytes];
        hkdf.generateBytes(key, 0, bytes);
        return key;
    }

    private String generated() {
        var file = file();
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return requireLength(Files.readString(file).strip(), file);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret file " + file + " cannot be used", e);
        }
    }

    private Path file() {
        return configuration.dataDir().resolve("keywarden.secret");
    }

    private static String requireLength(String secret, Path file) {
        if (secret.length() < Configuration.MIN_SECRET_LENGTH) {
            throw new IllegalStateException(
                    "The secret file %s has less than %d characters"
                            .formatted(file, Configuration.MIN_SECRET_LENGTH));
        }
        return secret;
    }

    /** Written aside and moved, so that a crash never leaves half a secret behind. */
    private void create(Path file) throws IOException {
        Files.createDirectories(configuration.dataDir());
        var owner = PosixFilePermissions.fromString("rw-------");
        var aside =
                Files.createTempFile(
                        configuration.dataDir(),
                        "keywarden",
                        ".secret",
                        PosixFilePermissions.asFileAttribute(owner));
        Files.writeString(aside, random.text(43));
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // another process was first; its secret counts
        } catch (UnsupportedOperationException e) {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(aside);
    }
}
