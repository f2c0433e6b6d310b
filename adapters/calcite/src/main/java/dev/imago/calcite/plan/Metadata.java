package dev.imago.calcite.plan;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.apache.calcite.rel.metadata.RelMetadataQuery;

/** The metadata that planner rules ask for. */
final class Metadata {
  private Metadata() {}

  /**
   * Answers metadata through proxies. Calcite's default compiles its handlers when they are first
   * asked for, which is a third of the time that the first statement of a process takes.
   */
  static void install(RelOptCluster cluster) {
    cluster.setMetadataProvider(DefaultRelMetadataProvider.INSTANCE);
    cluster.setMetadataQuerySupplier(ProxiedMetadataQuery::new);
  }

  private static final class ProxiedMetadataQuery extends RelMetadataQuery {
    ProxiedMetadataQuery() {
      super(new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE));
    }
  }
}
