package tw.ecard.kit.topic;

/** Topics of a broker that is not the application's. */
public final class TopicsAt {

    private TopicsAt() {}

    public static EventTopics broker(String bootstrapServers) {
        return new EventTopics(new OnePartition(), bootstrapServers);
    }

    private record OnePartition() implements TopicConfig {

        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public short replicas() {
            return 1;
        }
    }
}
