package dev.imago.emulator.yandex.resourcemanager;

import dev.imago.emulator.method.Method;
import dev.imago.emulator.yandex.Gate;
import dev.imago.emulator.yandex.YandexApi;
import dev.imago.emulator.yandex.list.YandexLists;
import dev.imago.emulator.yandex.resource.ResourceStore;
import java.util.ArrayList;
import java.util.List;

/** Puts Resource Manager together. */
public final class ResourceManagerApi {
  /** Characters of a page token. */
  static final int LONGEST_TOKEN = 2000;

  private ResourceManagerApi() {}

  /** The API, version 1, under a root. */
  public static YandexApi create(
      String root, Gate gate, ResourceStore resources, YandexLists lists) {
    CloudService clouds = new CloudService(resources, lists);
    List<Method> methods = new ArrayList<>(clouds.methods());
    methods.addAll(new FolderService(clouds, resources, lists).methods());
    return new YandexApi(root, gate, methods);
  }
}
