package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program knows which it is by its jar. */
class ProgramVersionTest {

    @TempDir
    Path temp;

    private Path jar(String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        Path jar = temp.resolve(version + ".jar");
        String file = ProgramVersion.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream code = ProgramVersion.class.getResourceAsStream("/" + file)) {
            entries.putNextEntry(new JarEntry(file));
            code.transferTo(entries);
        }
        return jar;
    }

    private String text(String version) throws Exception {
        try (URLClassLoader alone = new URLClassLoader(new URL[] {jar(version).toUri().toURL()}, null)) {
            Method text = alone.loadClass(ProgramVersion.class.getName()).getDeclaredMethod("text");
            text.setAccessible(true);
            return (String) text.invoke(null);
        }
    }

    @Test
    void isThatOfItsJar() throws Exception {
        assertThat(text("1.0.0")).isEqualTo("1.0.0");
        assertThat(text("1.0.1")).isEqualTo("1.0.1");
    }
}
