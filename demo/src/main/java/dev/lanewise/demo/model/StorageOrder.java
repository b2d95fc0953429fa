package dev.lanewise.demo.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// How the elements of an array lie in its file. [dev.lanewise.io] turns them all to C order as it reads; this looks into
/// headers that it has already read and found good.
///
/// @param fortran whether the first index runs fastest
/// @param bigEndian whether the bytes of an element begin with the highest
record StorageOrder(boolean fortran, boolean bigEndian) {
    /// The last index runs fastest, low bytes first.
    static final StorageOrder USUAL = new StorageOrder(false, false);

    /// Longer headers are refused by [dev.lanewise.io].
    private static final int LONGEST_HEADER = 12 + 0xffff;
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*True");
    private static final Pattern BIG = Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]>");
    private static final String SUFFIX = ".npy";

    /// The order in a `.npy` file.
    static StorageOrder ofNpy(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /// The order of each array in a `.npz` file, by its name.
    static Map<String, StorageOrder> ofNpz(Path file) throws IOException {
        Map<String, StorageOrder> orders = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String name = entry.getName();
                    orders.put(name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name, of(
                            in));
                }
            }
        }
        return orders;
    }

    /// Reads the dictionary, which ends at the first newline or before.
    private static StorageOrder of(InputStream in) throws IOException {
        String start = new String(in.readNBytes(LONGEST_HEADER), StandardCharsets.ISO_8859_1);
        int end = start.indexOf('}');
        Matcher header = FORTRAN.matcher(end < 0 ? start : start.substring(0, end));
        boolean fortran = header.find();
        return new StorageOrder(fortran, header.usePattern(BIG).reset().find());
    }

    /// Such as `C` or `Fortran, big-endian`.
    @Override
    public String toString() {
        return (fortran ? "Fortran" : "C") + (bigEndian ? ", big-endian" : "");
    }
}
