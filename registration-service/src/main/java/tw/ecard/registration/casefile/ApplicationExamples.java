package tw.ecard.registration.casefile;

/** Bodies that work as they are in the local stack. */
final class ApplicationExamples {

    static final String NEW_APPLICATION = """
            {
              "institution": {"code": "999901", "name": "示範高級中學", "kind": "SCHOOL"},
              "officialDocument": {
                "number": "示範圖字第1150001234號",
                "issuedOn": "2026-11-20",
                "speed": "NORMAL",
                "subject": "申請集體辦理數位借閱證"
              },
              "contact": {
                "name": "王大明", "email": "library@example.edu.tw", "phone": "05-5512345", "extension": "117"
              },
              "remarks": null
            }""";

    static final String CONTACT = """
            {"name": "李小華", "email": "registry@example.edu.tw", "phone": "05-5512345", "extension": "118"}""";

    private ApplicationExamples() {}
}
