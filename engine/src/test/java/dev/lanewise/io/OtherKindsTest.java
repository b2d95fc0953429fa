package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.lanewise.nn.ModelFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Files of another kind than the reader's: the sentence says what they seem to be.
@Tag("once")
class OtherKindsTest {
    private static final long LIMIT = 1000;

    @TempDir
    Path folder;

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] longer(String hex) {
        return Arrays.copyOf(HexFormat.of().parseHex(hex), 200);
    }

    private static byte[] npz(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("content"));
            }
        }
        return bytes.toByteArray();
    }

    private static String sentence(Executable read) {
        return assertThrows(FormatException.class, read).getMessage().replaceFirst("^[0-9]+ bytes: ", "").replaceFirst(
                "length [0-9]+,", "length N,");
    }

    /// What all three readers say of it behind their own words.
    private static void kind(String hint, byte[] file) {
        assertEquals("it does not begin as a .npy file does" + hint, sentence(() -> Npy.read(file, LIMIT)));
        String zip = file.length < 22 ? "it is too short for a zip archive" : "it does not end as a zip archive does";
        assertEquals(zip + hint, sentence(() -> Npz.read(file, LIMIT)));
        assertEquals(zip + hint, sentence(() -> ModelFile.read(file, LIMIT)));
        assertEquals(hint, sentence(() -> Safetensors.read(file, LIMIT)).replaceFirst(
                "it is too short for a safetensors file|its header claims the length N, and there is room for [0-9]+",
                ""));
    }

    @Test
    void whatAFileBeginsLike() {
        kind("; it is empty", new byte[0]);
        kind("; it begins like text", text("a,b"));
        kind("; it begins like text", text("sixteen bytes of\0"));
        kind("; it begins like text", text("a,b\r\n\t1,2 and so on and so on"));
        kind("; it begins like text", text("{\"a\": [1, 2, 3, 4, 5, 6, 7]}"));
        kind("; it begins like HTML or XML", text("<!DOCTYPE html>\n<html lang=en>"));
        kind("; it begins like a pointer of Git LFS", text("version https://git-lfs.github.com/spec/v1\noid sha256:4"));
        kind("; it begins like HDF5", longer("894844460d0a1a0a"));
        kind("; it begins like a pickle, which may run any program", longer("80048a0a6cfc9c46f920"));
    }

    @Test
    void nothingIsSaidOfWhatMayBeAnything() {
        kind("", longer("89504e470d0a1a0a"));
        kind("", longer("1f8b0800c8"));
        kind("", longer("0807120770797401"));
        kind("", text("größer,als\n1,2\nund so weiter"));
        kind("", text("PK\0\0"));
        kind("", new byte[7]);
        assertEquals("", FormatException.hint(new byte[8]));
        kind("", text("not sixteen but\0"));
    }

    @Test
    void oneOfThreeForAnother() throws IOException {
        ByteArrayOutputStream npy = new ByteArrayOutputStream(), npz = new ByteArrayOutputStream(),
                safetensors = new ByteArrayOutputStream();
        Npy.write(npy, Tensor.vector(1, 2, 3), Npy.Layout.USUAL);
        Npz.write(npz, Map.of("x", Tensor.vector(1, 2, 3)), false);
        new Safetensors(Map.of("x", Tensor.vector(1, 2, 3)), Map.of()).write(safetensors);
        String noNpy = "it does not begin as a .npy file does; it begins like ";
        assertEquals(noNpy + "a zip archive", sentence(() -> Npy.read(npz.toByteArray(), LIMIT)));
        assertEquals(noNpy + "a safetensors file", sentence(() -> Npy.read(safetensors.toByteArray(), LIMIT)));
        String noNpz = "it does not end as a zip archive does; it begins like ";
        assertEquals(noNpz + "a .npy file", sentence(() -> Npz.read(npy.toByteArray(), LIMIT)));
        assertEquals(noNpz + "a safetensors file", sentence(() -> ModelFile.load(safetensors.toByteArray())));
        assertEquals(
                "its header claims the length N, and there is room for 144; it begins like a .npy file",
                sentence(() -> Safetensors.read(npy.toByteArray(), LIMIT)));
        assertEquals(
                "its header claims the length N, and there is room for 252; it begins like a zip archive",
                sentence(() -> Safetensors.read(npz.toByteArray(), LIMIT)));
        byte[] cut = Arrays.copyOf(safetensors.toByteArray(), 20);
        assertEquals("its header claims the length N, and there is room for 12; it begins like a safetensors file",
                sentence(() -> Safetensors.read(cut, LIMIT)));
    }

    @Test
    void zipArchivesOfOthers() throws IOException {
        byte[] torch = npz("m/data.pkl", "m/data/0"), keras = npz("metadata.json", "config.json", "model.weights.h5"),
                any = npz("a/readme.txt");
        assertEquals("m/data.pkl: it is no .npy file but a pickle, which may run any program", sentence(() -> Npz.read(
                torch, LIMIT)));
        assertEquals("metadata.json: it is no .npy file; a .keras file begins so",
                sentence(() -> Npz.read(keras, LIMIT)));
        assertEquals("a/readme.txt: it is no .npy file", sentence(() -> ModelFile.load(any)));
    }

    @Test
    void aFolder() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model.npz"));
        for (Executable read : new Executable[] {() -> Npy.read(model), () -> Npz.read(model), () -> Safetensors.read(
                model), () -> NpyRows.open(model), () -> ModelFile.read(model)}) {
            assertEquals(model + ": it is a folder", sentence(read));
        }
        assertEquals("/dev/null: it is no regular file", sentence(() -> Npz.read(Path.of("/dev/null"))));
    }
}
