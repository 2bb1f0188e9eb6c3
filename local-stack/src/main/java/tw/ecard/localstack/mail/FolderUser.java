package tw.ecard.localstack.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;

/** Whoever a mail is for: it goes to the folder, and is not kept in memory. */
final class FolderUser extends UserImpl {

    private final MailFolder folder;

    FolderUser(String address, ImapHostManager mailboxes, MailFolder folder) {
        super(address, address, "", mailboxes);
        this.folder = folder;
    }

    @Override
    public void deliver(MovingMessage message) {
        folder.add(message.getMessage());
    }
}
