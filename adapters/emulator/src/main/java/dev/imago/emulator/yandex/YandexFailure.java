package dev.imago.emulator.yandex;

/** Ends a call with an error answer. */
public final class YandexFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final RpcCode code;

  public YandexFailure(RpcCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** A value that a call may not have. */
  public static YandexFailure illegal(String parameter, String why) {
    return new YandexFailure(
        RpcCode.INVALID_ARGUMENT, "Illegal argument " + parameter + ": " + why);
  }

  /** A resource that does not exist. */
  public static YandexFailure notFound(String kind, String id) {
    return new YandexFailure(RpcCode.NOT_FOUND, kind + " " + id + " not found");
  }

  RpcCode code() {
    return code;
  }

  String message() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
