package dev.lanewise.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The directory of a zip archive, which stands at its end:
///
///     entries … | directory | zip64 record, 56 | zip64 locator, 20 | end record, 22 bytes
///
/// Read strictly, so that no two programs can see two different archives in one file: nothing stands between these parts
/// or behind the last, the directory has as many members as it says, names are unique, members do not overlap, and each
/// is described by its local header as by the directory.
///
/// **Method**: APPNOTE.TXT 6.3.10 of PKWARE.
///
/// @param members in the order of the directory
/// @param starts where the content of each begins, by its name
record ZipDirectory(List<ZipMember> members, Map<String, Long> starts) {
    private static final int END = 0x06054b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int END64 = 0x06064b50;
    private static final int MEMBER = 0x02014b50;
    private static final int MEMBER_BYTES = 46;
    private static final int MAX_DIRECTORY = 1 << 26;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int UTF8 = 1 << 11;

    static ZipDirectory read(ByteSource source) throws IOException {
        String where = source.name;
        if (source.size < 22) throw FormatException.at(where, "it is too short for a zip archive%s", source.hint());
        ByteBuffer end = at(source, source.size - 22, 22);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw FormatException.at(where, "it does not end as a zip archive does%s", source.hint());
        }
        long[] place = {end.getInt(12) & 0xffff_ffffL, end.getInt(16) & 0xffff_ffffL, end.getShort(10) & 0xffffL};
        long disks = end.getInt(4) | end.getShort(8) ^ end.getShort(10);
        long stop = source.size - 22;
        if (stop >= 76 && at(source, stop - 20, 20).getInt(0) == LOCATOR64) {
            ByteBuffer locator = at(source, stop - 20, 20), end64 = at(source, stop - 76, 56);
            if (locator.getLong(8) != stop - 76 || end64.getInt(0) != END64 || end64.getLong(4) != 44) {
                throw FormatException.at(where, "its zip64 record is not where it should be");
            }
            disks |= locator.getInt(4) | locator.getInt(16) ^ 1 | end64.getLong(16) | end64.getLong(24) ^ end64.getLong(
                    32);
            place = new long[] {end64.getLong(40), end64.getLong(48), end64.getLong(32)};
            stop -= 76;
        }
        if (disks != 0) throw FormatException.at(where, "it is a part of a zip archive of several");
        if (place[0] < 0 || place[1] < 0 || place[0] > stop || place[1] != stop - place[0]) {
            throw FormatException.at(where, "its zip directory is not where it should be");
        }
        if (place[0] > MAX_DIRECTORY) {
            throw FormatException.at(where, "its zip directory has %d bytes", place[0]);
        }
        return members(source, at(source, place[1], (int) place[0]), place[1], place[2]);
    }

    private static ByteBuffer at(ByteSource source, long at, int n) throws IOException {
        return ByteBuffer.wrap(source.bytes(at, n)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ZipDirectory members(ByteSource source, ByteBuffer directory, long begin, long count)
            throws IOException {
        List<ZipMember> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        while (directory.hasRemaining()) {
            ZipMember member = member(source.name, directory);
            members.add(member);
            if (!names.add(member.name())) {
                throw FormatException.at(source.name, "%s is in it twice", FormatException.quoted(member.name()));
            }
        }
        if (members.size() != count) {
            throw FormatException.at(source.name, "the number of entries in its directory is %d, not %d as it claims",
                    members.size(), count);
        }
        Map<String, Long> starts = new HashMap<>();
        SortedMap<Long, ZipMember> inPlace = new TreeMap<>();
        for (ZipMember member : members) {
            if (inPlace.put(member.offset(), member) != null) {
                throw FormatException.at(source.at(member.name()), "it overlaps another entry");
            }
        }
        long free = 0;
        for (ZipMember member : inPlace.values()) {
            String where = source.at(member.name());
            long start = member.start(source, begin, where);
            if (member.offset() < free) throw FormatException.at(where, "it overlaps another entry");
            free = start + member.packed();
            starts.put(member.name(), start);
        }
        return new ZipDirectory(members, starts);
    }

    private static ZipMember member(String where, ByteBuffer directory) throws FormatException {
        int at = directory.position();
        if (directory.remaining() < MEMBER_BYTES || directory.getInt(at) != MEMBER) {
            throw FormatException.at(where, "its zip directory is broken");
        }
        byte[] rawName = new byte[directory.getShort(at + 28) & 0xffff];
        byte[] extra = new byte[directory.getShort(at + 30) & 0xffff];
        int comment = directory.getShort(at + 32) & 0xffff;
        if (directory.remaining() < MEMBER_BYTES + rawName.length + extra.length + comment) {
            throw FormatException.at(where, "its zip directory is broken");
        }
        directory.position(at + MEMBER_BYTES).get(rawName).get(extra).position(directory.position() + comment);
        int flags = directory.getShort(at + 8) & 0xffff, method = directory.getShort(at + 10) & 0xffff;
        String name = name(where, rawName, (flags & UTF8) != 0);
        where = where.concat(": ").concat(FormatException.shortened(name));
        long[] fields = {directory.getInt(at + 24) & 0xffff_ffffL, directory.getInt(at + 20) & 0xffff_ffffL,
                directory.getInt(at + 42) & 0xffff_ffffL};
        widen(fields, ByteBuffer.wrap(extra), where);
        if ((flags & ENCRYPTED) != 0) throw FormatException.at(where, "it is encrypted");
        if (method != ZipMember.STORED && method != ZipMember.DEFLATED) {
            throw FormatException.at(where, "compression method %d is neither stored nor deflated", method);
        }
        if (method == ZipMember.STORED && fields[0] != fields[1]) {
            throw FormatException.at(where, "it is stored, yet claims %d bytes out of %d", fields[0], fields[1]);
        }
        return new ZipMember(name, rawName, flags, method, directory.getInt(at + 16) & 0xffff_ffffL, fields[1],
                fields[0],
                fields[2]);
    }

    /// Whether a name is harmless as a path too, in case someone makes a file of it.
    static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' || c == ':' || Character.isISOControl(c)) return false;
        }
        for (String part : name.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) return false;
        }
        return true;
    }

    private static String name(String where, byte[] raw, boolean utf8) throws FormatException {
        String name;
        try {
            name = (utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII).newDecoder().decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FormatException.at(where, "an entry's name is not in %s", utf8 ? "UTF-8" : "ASCII");
        }
        if (!isPlain(name)) {
            throw FormatException.at(where, "the entry name %s is no plain name", FormatException.quoted(name));
        }
        return name;
    }

    /// Replaces fields that are full, 2³² − 1, by the 8-byte ones of the zip64 extra field, in their order.
    static void widen(long[] fields, ByteBuffer extra, String where) throws FormatException {
        ByteBuffer wide = ByteBuffer.allocate(0);
        extra.order(ByteOrder.LITTLE_ENDIAN);
        while (extra.remaining() >= 4) {
            int id = extra.getShort(), length = extra.getShort() & 0xffff;
            if (length > extra.remaining()) throw FormatException.at(where, "its extra fields are broken");
            if (id == 1) wide = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            extra.position(extra.position() + length);
        }
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != 0xffff_ffffL) continue;
            if (wide.remaining() < 8) throw FormatException.at(where, "its zip64 sizes are missing");
            fields[i] = wide.getLong();
            if (fields[i] < 0) throw FormatException.at(where, "a zip64 size is negative");
        }
    }
}
