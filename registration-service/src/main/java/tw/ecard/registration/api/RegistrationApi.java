package tw.ecard.registration.api;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.inbox.DeadLettersResource;

/** The API's title, and its sections in their order. */
@OpenAPIDefinition(
        info = @Info(title = "數位借閱證集體申請：申請與讀者資料", version = "1", description = """
                                機關學校登錄申請案、上傳附件與讀者資料檔、取得借閱證號；館員查閱。
                                建立資料的請求可附 Idempotency-Key 安全重送；錯誤一律為 RFC 9457 problem。"""),
        tags = {
            @Tag(name = ApiSections.APPLICATIONS, description = "以公文提出申請，查詢進度"),
            @Tag(name = ApiSections.ATTACHMENTS, description = "申請單、聲明書與公文掃描檔"),
            @Tag(name = ApiSections.ROSTERS, description = "下載範本、上傳、逐列檢查結果"),
            @Tag(name = ApiSections.CARDS, description = "製證完成後的卡號"),
            @Tag(name = ApiSections.HOLDERS, description = "匯入已持有公共圖書館借閱證者的名單"),
            @Tag(name = ApiSections.SERVICES, description = "佇列服務所用"),
            @Tag(name = DeadLettersResource.SECTION, description = "無法處理的事件、稽核紀錄")
        })
public class RegistrationApi extends Application {}
