package io.contactsync.bench;

import io.contactsync.bench.BenchGround.Aim;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** From the command to the first connection of {@code sync}: that of its first token. On each JDK that is at hand. */
final class StartCourse {

    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final int LOOK_MILLIS = 500;

    private StartCourse() {
    }

    static void play(BenchGround ground) throws IOException {
        for (Map.Entry<String, Path> jdk : jdks().entrySet()) {
            String variant = "java-" + jdk.getKey();
            if (ground.measures(variant)) {
                ReadyClasses.await(ground.distribution(), jdk.getValue());
                ShippedProgram program = program(ground).with("JAVA_HOME", jdk.getValue().toString());
                ground.measure(List.of(new Aim(variant, Double.NaN)), () -> List.of(start(program)));
            }
        }
    }

    /** The one of this process, and those where Linux keeps them, by their version. */
    private static Map<String, Path> jdks() throws IOException {
        Map<String, Path> found = new TreeMap<>();
        if (Files.isDirectory(JDKS)) {
            try (Stream<Path> all = Files.list(JDKS)) {
                for (Path home : all.filter(each -> Files.exists(each.resolve("release"))).toList()) {
                    Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
                    if (version.find() && Integer.parseInt(version.group(1)) >= 17) {
                        found.put(version.group(1), home.toRealPath());
                    }
                }
            }
        }
        found.put(Integer.toString(Runtime.version().feature()), Path.of(System.getProperty("java.home")));
        return found;
    }

    private static ShippedProgram program(BenchGround ground) throws IOException {
        Path folder = ground.folder("start");
        Map<String, String> settings = new TreeMap<>(Map.of("sync.data", folder.resolve("data").toString(),
                "graph.tenant-id", NOBODY, "graph.client-id", NOBODY, "source.graph-users.region", "DE",
                "sync.sources", "graph-users", "notify.channels", ""));
        return new ShippedProgram(ground.distribution(), folder, settings, Map.of("GRAPH_CLIENT_SECRET", "secret"));
    }

    private static Socket knock(ServerSocket door, Process process) throws IOException {
        while (process.isAlive()) {
            try {
                return door.accept();
            } catch (SocketTimeoutException none) {
                // it still starts, or has ended
            }
        }
        throw new IOException("it ended with exit code " + process.exitValue() + " before any request");
    }

    private static Sample start(ShippedProgram program) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            door.setSoTimeout(LOOK_MILLIS);
            String address = "https://127.0.0.1:" + door.getLocalPort();
            MachineWatch watch = new MachineWatch();
            Process process = program.set("graph.authority", address + "/" + NOBODY)
                    .set("graph.base-url", address + "/v1.0").start("", "sync", "--json");
            try (Socket first = knock(door, process)) {
                double seconds = watch.seconds();
                double processor = ProcessorTime.of(process.pid());
                return new Sample(new ClientRun(seconds, seconds, processor, 0, Double.NaN, ""), Double.NaN,
                        first.isConnected() ? 1 : 0, 0, Double.NaN, watch.until(processor));
            } finally {
                process.destroyForcibly().onExit().join();
            }
        }
    }
}
