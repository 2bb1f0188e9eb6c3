package tw.ecard.queue.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.inbox.DeadLettersResource;

/** The API's title, and its sections in their order. */
@OpenAPIDefinition(
        info = @Info(title = "數位借閱證集體申請：排隊與製證", version = "1", description = """
                                館員的工作檯：依申請順序領取案件、審核、製證、退回補正，並查看處理時限與通知信。
                                每個動作都須以 If-Match 附上所見版本（回應的 ETag）；錯誤一律為 RFC 9457 problem。"""),
        tags = {
            @Tag(name = ApiSections.LANES, description = "各隊伍有多少案件、是否即將到期"),
            @Tag(name = ApiSections.CLAIM, description = "依申請順序領取，限時承辦"),
            @Tag(name = ApiSections.REVIEW, description = "查核關防與簽章，同意或不同意"),
            @Tag(name = ApiSections.ISSUANCE, description = "保留卡號"),
            @Tag(name = ApiSections.RETURN, description = "退回申請單位補正及其原因"),
            @Tag(name = ApiSections.NOTIFICATIONS, description = "寄給聯絡人的通知信"),
            @Tag(name = ApiSections.CALENDAR, description = "工作天的依據"),
            @Tag(name = ApiSections.STATISTICS, description = "收件、辦結、時效與發證數"),
            @Tag(name = DeadLettersResource.SECTION, description = "無法處理的事件、稽核紀錄")
        })
public class QueueApi extends Application {}
