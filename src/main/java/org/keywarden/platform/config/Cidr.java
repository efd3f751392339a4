package org.keywarden.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of IP addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}. An address without a
 * length is a block of one.
 *
 * @param address the first address of the block, 4 or 16 bytes
 * @param length how many leading bits all its addresses share
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">RFC 4632, CIDR</a>
 */
public record Cidr(InetAddress address, int length) {

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** Reads a block; empty if the text is none, or has bits set beyond its length. */
    public static Optional<Cidr> parse(String text) {
        var parts = text.split("/", -1);
        var address = literal(parts[0]);
        if (address.isEmpty() || parts.length > 2) {
            return Optional.empty();
        }
        var bits = address.get().getAddress().length * 8;
        var length = parts.length == 1 ? String.valueOf(bits) : parts[1];
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > bits) {
            return Optional.empty();
        }
        var block = new Cidr(address.get(), Integer.parseInt(length));
        return block.equals(block.trimmed()) ? Optional.of(block) : Optional.empty();
    }

    /** Reads an address that is written in digits; a name is never looked up. */
    public static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether an address lies in this block. */
    public boolean contains(InetAddress other) {
        return other.getAddress().length == address.getAddress().length
                && new Cidr(other, length).trimmed().equals(trimmed());
    }

    /** The block that an address of this length belongs to: all bits beyond it are cleared. */
    public Cidr trimmed() {
        var bytes = address.getAddress();
        var whole = length / 8;
        if (whole < bytes.length) {
            bytes[whole] &= (byte) (0xff00 >> length % 8);
            Arrays.fill(bytes, whole + 1, bytes.length, (byte) 0);
        }
        try {
            return new Cidr(InetAddress.getByAddress(bytes), length);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("As many bytes as before", e);
        }
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + length;
    }
}
