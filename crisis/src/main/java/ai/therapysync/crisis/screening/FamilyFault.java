package ai.therapysync.crisis.screening;

/** A family file that can't be understood: names the file, the line and the fault. */
public final class FamilyFault extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  FamilyFault(String file, int line, String fault) {
    super(file + ", line " + line + ": " + fault);
  }
}
