package tw.ecard.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came back.
 *
 * @param json the body, or a missing node when it is no JSON
 * @param etag the entity tag, or null
 * @param size of the body in bytes
 */
record Answer(int status, JsonNode json, String etag, int size) {

    String text(String pointer) {
        return json.at(pointer).asText();
    }
}
