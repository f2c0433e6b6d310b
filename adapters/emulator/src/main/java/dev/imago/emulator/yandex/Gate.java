package dev.imago.emulator.yandex;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imago.emulator.http.Request;
import dev.imago.emulator.identity.IssuedTokens;
import dev.imago.emulator.state.IdGenerator;
import java.util.Set;

/** What stands before every API: who may call, and how a refusal reads. */
public final class Gate {
  private final BearerTokens tokens;
  private final ErrorBody errors;

  /**
   * Opens a gate.
   *
   * @param validTokens the IAM tokens that are good; any, or none, when the set is empty
   * @param issued those that the cloud has given away, which are good as well
   * @param requestIds numbers the refusals
   */
  public Gate(Set<String> validTokens, IssuedTokens issued, IdGenerator requestIds) {
    this.tokens = new BearerTokens(validTokens, issued);
    this.errors = new ErrorBody(requestIds);
  }

  void check(Request request) {
    tokens.check(request);
  }

  ObjectNode errorBody(YandexFailure failure) {
    return errors.of(failure);
  }
}
