package dev.lanewise.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.lanewise.guest.OpenFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files by their paths: what is written is there whole or not at all, and nothing else is.
@Tag("once")
class FilesTest {
    private static final Tensor TENSOR = Tensor.of(DType.FLOAT32, new int[] {2, 2}, 1, -2, 0.1, 4);

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path npy = folder.resolve("x.npy"), npz = folder.resolve("x.npz"), packed = folder.resolve("p.npz");
        Path safetensors = folder.resolve("x.safetensors");
        Npy.write(npy, TENSOR);
        Npz.write(npz, Map.of("x", TENSOR));
        Npz.writeCompressed(packed, Map.of("x", TENSOR));
        Safetensors file = new Safetensors(Map.of("x", TENSOR), Map.of());
        file.write(safetensors);
        assertEquals(TENSOR, Npy.read(npy));
        assertEquals(Map.of("x", TENSOR), Npz.read(npz));
        assertEquals(Map.of("x", TENSOR), Npz.read(packed));
        assertEquals(file, Safetensors.read(safetensors));
        assertEquals(List.of("p.npz", "x.npy", "x.npz", "x.safetensors"), names());
    }

    @Test
    void anOldFileStaysWhereANewOneFails() throws IOException {
        Path file = folder.resolve("x.npz");
        Npz.write(file, Map.of("x", TENSOR));
        assertThrows(IllegalArgumentException.class, () -> Npz.write(file, Map.of("../x", TENSOR)));
        assertEquals("Npz: '?' is no plain name", assertThrows(IllegalArgumentException.class, () -> Npz.write(file, Map
                .of("\ud83d", TENSOR))).getMessage());
        assertEquals(Map.of("x", TENSOR), Npz.read(file));
        Npz.write(file, Map.of("y", TENSOR));
        assertEquals(Map.of("y", TENSOR), Npz.read(file));
        assertEquals(List.of("x.npz"), names());
    }

    @Test
    void folders() throws IOException {
        assertThrows(FileSystemException.class, () -> Npy.write(folder, TENSOR));
        Path nowhere = folder.resolve("none/x.npy");
        assertEquals(nowhere + ": there is no folder " + nowhere.getParent(), assertThrows(NoSuchFileException.class,
                () -> Npy.write(nowhere, TENSOR)).getMessage());
        assertThrows(NoSuchFileException.class, () -> Npy.read(folder.resolve("none.npy")));
        assertEquals(folder + ": it is a folder", assertThrows(FormatException.class, () -> Npz.read(folder))
                .getMessage());
        assertTrue(names().isEmpty());
    }

    @Test
    void messagesNameTheFile() throws IOException {
        Path file = Files.write(folder.resolve("x.npy"), new byte[3]);
        assertEquals(file + ": it does not begin as a .npy file does",
                assertThrows(FormatException.class, () -> Npy.read(
                        file)).getMessage());
    }

    /// As an editor does, and a shell: what the link is for goes on.
    @Test
    void aLinkStaysAndItsFileIsReplaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("a.npy"), "old"), link = folder.resolve("link.npy");
        Files.createSymbolicLink(folder.resolve("between"), file);
        Files.createSymbolicLink(link, Path.of("between"));
        Npy.write(link, TENSOR);
        assertEquals(TENSOR, Npy.read(file));
        assertEquals(Path.of("between"), Files.readSymbolicLink(link));
        assertEquals(file, Files.readSymbolicLink(folder.resolve("between")));
        try (var files = Files.list(elsewhere)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aLinkToNothingIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.npy"), folder.resolve("none.npy"));
        assertEquals(link + ": it is a link to a file that is not there", assertThrows(NoSuchFileException.class,
                () -> Npy.write(link, TENSOR)).getMessage());
        assertEquals(List.of("link.npy"), names());
    }

    /// A file that stays open is a leak, and on some systems cannot be replaced or deleted.
    @Test
    void filesAreClosed() throws IOException {
        Path npy = folder.resolve("x.npy"), npz = folder.resolve("x.npz"),
                safetensors = folder.resolve("x.safetensors");
        Path broken = Files.write(folder.resolve("broken"), new byte[100]);
        List<NpyRows> held = new ArrayList<>();
        long before = OpenFiles.count();
        for (int i = 0; i < 20; i++) {
            Npy.write(npy, TENSOR);
            Npz.write(npz, Map.of("x", TENSOR));
            new Safetensors(Map.of("x", TENSOR), Map.of()).write(safetensors);
            Npy.read(npy);
            Npz.read(npz);
            Safetensors.read(safetensors);
            for (int j = 0; j < 5; j++) {
                NpyRows rows = NpyRows.open(npy);
                rows.close();
                held.add(rows); // or the garbage collector might close what close() does not
                assertThrows(FormatException.class, () -> NpyRows.open(broken));
            }
            assertThrows(FormatException.class, () -> Npy.read(broken));
            assertThrows(FormatException.class, () -> Npz.read(broken));
            assertThrows(FormatException.class, () -> Safetensors.read(broken));
        }
        assertTrue(OpenFiles.count() - before < 20, "files are left open");
    }
}
