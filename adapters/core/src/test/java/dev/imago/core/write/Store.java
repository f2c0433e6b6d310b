package dev.imago.core.write;

import dev.imago.core.description.ProviderDescription;
import dev.imago.core.description.TableDescription;
import dev.imago.core.description.WriteMethod;
import dev.imago.core.description.yaml.DescriptionLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invented service whose one table takes writes of every form. */
final class Store {
  private static final DescriptionLoader LOADER = new DescriptionLoader();
  private static final String PROVIDER =
      """
      provider: acme
      says: Acme.
      auth: [none]
      services:
        store: {url: 'https://store.acme.test', says: Things.}
      """;
  private static final String SERVICE =
      """
      service: acme.store
      says: Things.
      errors: {shape: acme}
      types:
        Key:
          name: The key's name.
          raw: {secret: true, says: The key itself.}
          made: {type: timestamp, says: When it was made.}
      tables:
        jobs:
          says: A job.
          key: [id]
          columns:
            id: The id.
            status: {one of: [RUNNING, DONE, FAILED], says: How far it is.}
            made: What it made.
            parts: {type: 'Key[]', says: Its parts.}
          reads:
            get: {path: 'jobs/{id}', permissions: [jobs.get]}
          settles:
            done: {status: [DONE, FAILED]}
            error: {code: parts.name, text: parts.raw}
            target: made
        things:
          says: A thing.
          key: [id]
          columns:
            id: The id.
            name: The name.
            size: {type: bigint, says: The size.}
            count: {type: integer, says: How many.}
            share: {type: double, says: How much.}
            open: {type: boolean, says: Whether it is open.}
            made: {type: timestamp, says: When it was made.}
            tags: {type: 'varchar[]', says: Tags.}
            labels: {type: map<varchar>, says: Labels.}
            key: {type: Key, says: The key.}
            free: {type: json, says: Anything.}
            there: {type: presence, says: That it is there.}
            deep: {from: spec.inner.deep, says: Far inside.}
            secret: {secret: true, says: A secret.}
          reads:
            get: {path: 'things/{id}', permissions: [things.get]}
          writes:
            insert:
              says: Makes a thing.
              post: things
              takes:
                name: {matches: '[a-z]+', longest: 5}
                count: {least: 1, most: 9}
              columns: [size, share, open, made, tags, labels, key, free, there, deep, secret]
              at most one: [[tags, labels]]
              needs: {share: [size]}
              answers: jobs
              permissions: [things.create]
            one:
              says: Takes one of two.
              post: things
              columns: [name, size]
              exactly one: [[name, size]]
              answers: jobs
              permissions: [things.create]
            any:
              says: Takes one or both of two.
              post: things
              columns: [name, size]
              at least one: [[name, size]]
              answers: jobs
              permissions: [things.create]
            update:
              says: Changes a thing.
              patch: things/{id}
              body: {mask: updateMask}
              columns: [name, labels]
              answers: jobs
              permissions: [things.update]
            edit:
              kind: update
              says: Changes a thing by a patch.
              patch: things/{id}
              body: {form: json patch, as texts: true}
              columns: [name, count, open, labels]
              answers: jobs
              permissions: [things.update]
            stop: {says: Stops it., post: 'things/{id}:stop', body: empty, answers: jobs, permissions: [things.update]}
            delete: {says: Deletes it., delete: 'things/{id}', columns: [name], answers: nothing, permissions: [things.delete]}
      """;

  private Store() {}

  static TableDescription table(String name) {
    ProviderDescription provider = LOADER.provider("acme", stream(PROVIDER));
    try {
      return LOADER
          .service(provider, "store", "acme"::equals, (cloud, service) -> stream(SERVICE))
          .table(name)
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WriteRequest request(String write, Map<String, @Nullable Object> arguments) {
    TableDescription things = table("things");
    WriteMethod method = things.write(write).orElseThrow();
    return new WriteRequest(things, method, arguments);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
