package dev.imago.launcher.shell;

/** What the shell says of itself besides sqlline's help. */
final class ShellHelp {
  static final String TEXT =
      """
      Statements that Imago adds to SQL:
        EXEC google.compute.images.deprecate @project = 'p', @name = 'i', @state = 'OBSOLETE'
                              call a method; !procedures lists them, and CALL m(...) does the same
        EXEC ... AWAIT        wait until what was started has ended
        EXPLAIN PLAN FOR ...  show the requests of a statement without sending them
        SHOW CATALOGS, SHOW SCHEMAS, SHOW TABLES, SHOW METHODS, DESCRIBE t
                              look around; the tables of imago.system say more
      Formats for !outputformat are sqlline's; those of the option --format are for -e and -f.
      A table is cut at the width of the terminal; !outputformat vertical shows all of it.
      Properties are set with -p when the command starts; imago.system.properties lists them.
      Ctrl-C cancels the statement that runs. Ctrl-D leaves.""";

  private ShellHelp() {}
}
