import java.io.File;
import java.io.IOException;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Says of each PDF whether it is valid PDF/A-1b, with the first errors. Exit 1 if one is not. */
public class Preflight {
  public static void main(String[] files) {
    boolean sound = true;
    for (String file : files) {
      sound &= judge(file);
    }
    System.exit(sound ? 0 : 1);
  }

  private static boolean judge(String file) {
    try {
      ValidationResult result = validate(new File(file));
      System.out.println(file + ": " + (result.isValid() ? "valid PDF/A-1b" : "NOT valid PDF/A-1b"));
      result.getErrorsList().stream()
          .map(error -> "  " + error.getErrorCode() + " " + error.getDetails())
          .distinct()
          .limit(8)
          .forEach(System.out::println);
      return result.isValid();
    } catch (IOException e) {
      System.out.println(file + ": cannot be read: " + e.getMessage());
      return false;
    }
  }

  private static ValidationResult validate(File file) throws IOException {
    PreflightParser parser = new PreflightParser(file);
    try {
      parser.parse();
    } catch (SyntaxValidationException e) {
      return e.getResult();
    }
    try (PreflightDocument document = parser.getPreflightDocument()) {
      document.validate();
      return document.getResult();
    }
  }
}
