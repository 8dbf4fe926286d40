import com.google.googlejavaformat.java.Formatter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Holds samples against google-java-format, compiles each into its own folder, and runs it unless
 * it is only to be compiled: {@code Samples (run|compile) FILE ...}. Prints a line for each file:
 * {@code sample: } and what is wrong with it, if anything is.
 */
public class Samples {
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    for (int index = 0; index < arguments.length; index += 2) {
      Path path = Path.of(arguments[index + 1]);
      String problem = formatted(path) + compiled(path);
      if (problem.isEmpty() && arguments[index].equals("run")) {
        problem = run(path);
      }
      out.println("sample: " + problem.replaceAll("\\R", " "));
    }
    out.flush();
    System.exit(0);
  }

  private static String formatted(Path path) throws Exception {
    String text = Files.readString(path);
    String wanted = new Formatter().formatSource(text);
    return wanted.equals(text) ? "" : "The formatter wants another text: " + wanted;
  }

  private static String compiled(Path path) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-Xlint:all,-processing,-classfile,-path",
            "-Werror",
            "-d",
            path.getParent().toString(),
            "-cp",
            System.getProperty("java.class.path"));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      Iterable<? extends JavaFileObject> files = manager.getJavaFileObjects(path);
      if (compiler.getTask(null, manager, found, options, null, files).call()) {
        return "";
      }
    }
    StringBuilder problems = new StringBuilder("It does not compile: ");
    for (Diagnostic<?> diagnostic : found.getDiagnostics()) {
      problems.append(diagnostic).append(' ');
    }
    return problems.toString();
  }

  /** A refusal by the cloud is no problem here; what arrived is looked at elsewhere. */
  private static String run(Path path) throws Exception {
    URL[] folder = {path.getParent().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(folder)) {
      Class<?> sample = loader.loadClass("UpdateTracker");
      sample.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
      return "";
    } catch (InvocationTargetException error) {
      boolean refused = error.getCause().getClass().getSimpleName().endsWith("RequestException");
      return refused ? "" : "It failed: " + error.getCause();
    }
  }
}
