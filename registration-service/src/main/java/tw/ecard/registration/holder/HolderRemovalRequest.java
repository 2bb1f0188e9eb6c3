package tw.ecard.registration.holder;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom to take out of the register. In the body and not in the address: addresses are logged.
 *
 * @param reason for the records; names nobody
 */
@Schema(name = "HolderRemoval", description = "自既有持證人名單移除一人")
public record HolderRemovalRequest(
        @NotNull @Size(max = 40) @Schema(examples = "A123456789")
        String nationalId,

        @NotBlank @Size(max = 200) @Schema(description = "移除的原因；請勿填寫個人資料", examples = "名單誤植")
        String reason) {

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "HolderRemovalRequest";
    }
}
