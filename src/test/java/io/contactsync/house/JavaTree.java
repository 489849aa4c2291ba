package io.contactsync.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the compiler itself reads in a file of Java; nothing is guessed from its text. */
final class JavaTree extends TreeScanner<Void, Void> {

    /**
     * A method, a constructor or an initialiser.
     *
     * @param line where it begins, with its annotations
     */
    record Method(String path, long line, String name, long lines) {
    }

    private final List<Method> methods = new ArrayList<>();
    private final SourcePositions positions;
    private CompilationUnitTree unit;

    private JavaTree(SourcePositions positions) {
        this.positions = positions;
    }

    /** All methods of those files, also those of nested and nameless classes. */
    static List<Method> methods(List<ProjectFile> files) {
        List<JavaFileObject> sources = files.stream().map(JavaTree::source).toList();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> { }, List.of("-proc:none"), null, sources);
        JavaTree tree = new JavaTree(Trees.instance(task).getSourcePositions());
        try {
            for (CompilationUnitTree each : task.parse()) {
                tree.unit = each;
                tree.scan(each, null);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return tree.methods;
    }

    private static JavaFileObject source(ProjectFile file) {
        return new SimpleJavaFileObject(URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return String.join("\n", file.lines());
            }
        };
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        add(method, method.getName().toString());
        return super.visitMethod(method, nothing);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        type.getMembers().stream().filter(BlockTree.class::isInstance)
                .forEach(block -> add(block, "initialiser of " + type.getSimpleName()));
        return super.visitClass(type, nothing);
    }

    private void add(Tree tree, String name) {
        long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
        String path = unit.getSourceFile().toUri().getPath().substring(1);
        methods.add(new Method(path, first, name, last - first + 1));
    }
}
