package dev.imago.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imago.core.error.ErrorCode;
import dev.imago.core.error.ImagoException;
import dev.imago.core.page.RowSource;
import dev.imago.core.read.RequestGrouping.Lists;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Gets that wait for one another. */
class GatheredReadsTest {
  private static final HttpUrl BASE = HttpUrl.get("https://compute.acme.test/compute/v1");

  private final List<ReadRequest> sent = new ArrayList<>();
  private final List<ReadRequest> closed = new ArrayList<>();
  private final GatheredReads reads =
      new GatheredReads(
          new RequestGrouping(
              request -> new ReadUrl(request, Acme.at(BASE)).wantedLength(), Lists.WHOLE),
          Answer::new,
          2);

  /** Answers a row for each name that is asked for, but for the name "none". */
  private final class Answer implements RowSource {
    private final ReadRequest request;
    private final Iterator<Object> names;

    Answer(ReadRequest request) {
      this.request = request;
      Set<Object> several = request.alternatives().get("name");
      names =
          (several == null ? Set.of(request.bindings().get("name")) : several)
              .stream().filter(name -> !name.equals("none")).iterator();
    }

    @Override
    public void start() {
      sent.add(request);
    }

    @Override
    public boolean hasFailed() {
      return false;
    }

    @Override
    public Optional<CompletableFuture<?>> unopened() {
      return Optional.empty();
    }

    @Override
    public void leave(boolean mayWait) {}

    @Override
    public @Nullable Object @Nullable [] next() {
      if (!names.hasNext()) {
        return null;
      }
      Object name = names.next();
      if (name.equals("broken")) {
        throw new ImagoException(ErrorCode.API_FAILED, "broken");
      }
      return request.columns().stream()
          .map(column -> column.name().equals("name") ? name : column.name() + " of " + name)
          .toArray();
    }

    @Override
    public void close() {
      closed.add(request);
    }
  }

  @Test
  void readsWaitUntilARowIsAskedFor() {
    RowSource a = get("p", "a");
    a.start();
    RowSource b = get("p", "b");
    RowSource none = get("p", "none");
    assertThat(sent).isEmpty();
    assertThat(b.next()).containsExactly("family of b");
    assertThat(sent).hasSize(1);
    assertThat(a.next()).containsExactly("family of a");
    assertThat(a.next()).isNull();
    assertThat(b.next()).isNull();
    assertThat(none.next()).isNull();
    assertThat(sent).hasSize(1);
  }

  @Test
  void whatComesLaterIsSentLater() {
    assertThat(get("p", "a").next()).containsExactly("family of a");
    RowSource b = get("p", "b");
    RowSource c = get("p", "c");
    assertThat(c.next()).containsExactly("family of c");
    assertThat(b.next()).containsExactly("family of b");
    assertThat(sent.stream().map(request -> request.method().name()))
        .containsExactly("get", "list");
  }

  @Test
  void noMoreCallsThanAllowedRunAhead() {
    List<RowSource> rows = new ArrayList<>();
    for (String project : List.of("p", "q", "r", "s")) {
      rows.add(get(project, "a"));
    }
    rows.get(0).next();
    assertThat(sent).hasSize(2);
    rows.get(3).next();
    assertThat(sent).hasSize(4);
  }

  @Test
  void equalReadsGetTheSameRows() {
    RowSource one = get("p", "a");
    RowSource other = get("p", "a");
    assertThat(one.next()).containsExactly("family of a");
    assertThat(other.next()).containsExactly("family of a");
    assertThat(sent).hasSize(1);
  }

  @Test
  void aValueThatIsNoNameIsAskedForByAFilter() {
    assertThat(get("p", "No Name").next()).containsExactly("family of No Name");
    assertThat(get("p", "a*").next()).containsExactly("family of a*");
    assertThat(sent.stream().map(request -> request.method().name()))
        .containsExactly("list", "get");
  }

  @Test
  void aFailureIsEveryOnes() {
    RowSource a = get("p", "broken");
    RowSource b = get("p", "b");
    assertThatThrownBy(b::next).isInstanceOf(ImagoException.class);
    a.close();
    b.close();
    assertThat(closed).hasSize(1);
  }

  @Test
  void aCallEndsWithTheLastOfItsReads() {
    RowSource a = get("p", "a");
    RowSource b = get("p", "b");
    RowSource unsent = get("p", "c");
    unsent.close();
    unsent.close();
    a.next();
    assertThat(sent.get(0).alternatives().get("name")).isEqualTo(Set.of("a", "b"));
    a.close();
    a.close();
    assertThat(closed).isEmpty();
    assertThat(a.next()).isNull();
    assertThat(b.next()).containsExactly("family of b");
    b.close();
    assertThat(closed).hasSize(1);
    assertThat(unsent.next()).isNull();
  }

  private RowSource get(String project, String name) {
    return reads.add(Acme.image(project, name, "family"));
  }
}
