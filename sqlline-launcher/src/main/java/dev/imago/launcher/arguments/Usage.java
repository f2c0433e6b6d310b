package dev.imago.launcher.arguments;

/** The texts that explain the command. */
public final class Usage {
  /** One line. */
  public static final String SYNOPSIS =
      """
      Usage: imago [--demo] [-u URL] [-p key=value]... [-e SQL]... [-f FILE]...
                   [--format table|vertical|csv|tsv|json|jsonl] [--timing]
      """;

  /** Everything. */
  public static final String HELP =
      SYNOPSIS
          + """

          SQL over cloud images, image import jobs and operations.

            --demo          start sample clouds on this machine and connect to them
            -u URL          connect to this URL; jdbc:imago: by default
            -p key=value    set a connection property; SELECT * FROM imago.system.properties
                            lists them
            -e SQL          run these statements, separated by ;
            -f FILE         run the statements of a file; - is the standard input
            --format NAME   how rows are written; table by default
            --timing        write the counters of each statement to the standard error
            --help          show this text
            --version       show the version

          -e and -f run in the order given, in one connection. Without them SQL is read from the
          standard input, or from you when that is a terminal.

          In the shell statements end with ;, Tab completes names, Ctrl-C cancels the statement that
          runs, and !help tells more.

          Rows go to the standard output, in UTF-8; all else goes to the standard error, also how
          far a statement is that takes longer than two seconds, if people watch it. NULL is
          NULL in table and vertical, \\N in tsv, null in json and jsonl, and nothing in csv,
          where an empty text is "".

          Exit code: 0; 1 after an SQL error, and what follows it is not run; 2 for bad usage;
          130 after Ctrl-C. A reader that closes the pipe is no error.

          JAVA_HOME says which Java runs it, IMAGO_JAVA_OPTIONS holds options for it, and
          IMAGO_CDS=off does without the archive of classes that makes it start faster.
          """;

  private Usage() {}
}
