package dev.imago.emulator.yandex.compute;

import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.Gate;
import dev.imago.emulator.yandex.YandexApi;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.resource.Folders;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.ArrayList;
import java.util.List;

/** Puts Compute Cloud together. */
public final class ComputeApi {
  /** Characters of a page token. */
  static final int LONGEST_TOKEN = 100;

  private ComputeApi() {}

  /** The API, version 1, under a root. */
  public static YandexApi create(
      String root, Gate gate, ResourceStore resources, YandexLists lists, ImageWrites writes) {
    Folders folders = new Folders(resources);
    CollectionService images =
        new CollectionService(ComputeCollection.IMAGES, resources, folders, lists);
    List<Method> methods = new ArrayList<>(images.methods());
    methods.addAll(new ImageService(images, resources, folders, lists).methods());
    methods.addAll(writes.methods());
    methods.addAll(
        new CollectionService(ComputeCollection.DISKS, resources, folders, lists).methods());
    methods.addAll(
        new CollectionService(ComputeCollection.SNAPSHOTS, resources, folders, lists).methods());
    for (ComputeCollection shared :
        List.of(ComputeCollection.ZONES, ComputeCollection.DISK_TYPES)) {
      methods.addAll(new SharedCollectionService(shared, resources, lists).methods());
    }
    return new YandexApi(root, gate, methods);
  }
}
