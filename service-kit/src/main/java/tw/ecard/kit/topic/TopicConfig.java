package tw.ecard.kit.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a missing topic is made; an existing one is left as it is. */
@ConfigMapping(prefix = "ecard.topics")
interface TopicConfig {

    /** Partitions of a topic. */
    @WithDefault("6")
    int partitions();

    /** Copies of each partition; 3 on a cluster. */
    @WithDefault("1")
    short replicas();
}
