package tw.ecard.localstack.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who speaks, and how it proves that to Keycloak. */
record Identity(String name, Map<String, String> grant) {

    static Identity client(String id) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", id);
        form.put("client_secret", id + "-secret");
        return new Identity(id, form);
    }

    static Identity user(String name) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", "ecard-cli");
        form.put("username", name);
        form.put("password", name);
        return new Identity(name, form);
    }
}
