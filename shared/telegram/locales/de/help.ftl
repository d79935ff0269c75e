### What the bot says about itself, and when it can't do what was asked.

## /start and /help.

help-welcome = { $bot ->
    [unknown] 👋 <b>Willkommen!</b>
   *[other] 👋 <b>Willkommen! Ich bin { $bot }.</b>
}
help-welcome-how = Ich verkaufe Zugang zu privaten Telegram-Kanälen und -Gruppen und nehme Spenden für sie an, im Coin deiner Wahl. Öffne zum Start den Link, den du vom Inhaber hast, oder tippe auf einen 💝-Button.
help-welcome-more = /help zeigt, was ich kann.
help-title = <b>Was ich kann</b>
help-subscribe = 💎 <b>Abonnieren:</b> Öffne den Link des Inhabers oder wähle in /start. Such dir eine Laufzeit aus, bezahl, und du bist drin.
help-donate = 💝 <b>Spenden:</b> Tippe auf einen Spenden-Button, gib einen Betrag ein und bezahl.
help-command = /{ $command } – { $does }
help-set-up = 🛠 Du hast einen Kanal oder eine Gruppe? Mit /setup verkaufst du den Zugang.

## /paysupport and /terms.

help-payment-title = <b>Hilfe bei einer Zahlung</b>
help-payment = Die Bestätigung einer Krypto-Zahlung dauert zwischen einer Minute und einer Stunde, und die Nachricht zur Bestellung zeigt dir jeden Schritt. Zu wenig, zu spät oder doppelt bezahlt? Dein Geld ist nicht verloren: /mysubs zeigt, was passiert ist und was du tun kannst.
help-payment-stars = Mit Telegram Stars bezahlt? Sie kommen sofort an. Telegram zeigt sie unter Einstellungen › Meine Sterne, dort beendest du auch Verlängerungen. Hilft der Inhaber bei einer Erstattung nicht, nimmt @BotFather Streitfälle an.
help-payment-owner = Noch eine Frage? Tippe auf ✉️ und schreib dem Inhaber.
help-my-orders = 📜 Meine Bestellungen
help-terms-title = <b>Bedingungen</b>
help-terms-seller = <b>Verkäufer.</b> Verkäufer ist der Inhaber des Kanals oder der Gruppe, nicht Telegram und nicht NOWPayments.
help-terms-access = <b>Abos.</b> Du bezahlst für eine feste Zeit in privaten Kanälen oder Gruppen, für eine Person. Nichts verlängert sich von selbst: Ich erinnere dich vor dem Ende und entferne dich, wenn du nicht verlängerst. Wenn du früher verlängerst, behältst du deine restlichen Tage.
help-terms-access-stars = <b>Abos.</b> Du bezahlst für eine feste Zeit in privaten Kanälen oder Gruppen, für eine Person. Ein Abo verlängert sich nur dann von selbst, wenn du das beim Bezahlen mit Stars gewählt hast. Sonst erinnere ich dich vor dem Ende und entferne dich, wenn du nicht verlängerst. Wenn du früher verlängerst, behältst du deine restlichen Tage.
help-terms-donations = <b>Spenden</b> sind Geschenke an den Inhaber eines Kanals oder einer Gruppe. Du kaufst damit nichts.
help-terms-money = <b>Zahlungen</b> laufen über NOWPayments, im Coin deiner Wahl. Der Preis in US-Dollar steht fest, sobald die Rechnung erstellt ist. Erstattungen kommen vom Inhaber und beenden den erstatteten Zugang.
help-terms-stars = <b>Telegram Stars.</b> Nimmt ein Angebot sie an, läuft die Zahlung über Telegram, und die Stars bekommt, wer diesen Bot betreibt. Erstattet werden sie ganz oder gar nicht, und der Zugang endet. Eine Verlängerung beendest du in Telegram: Einstellungen › Meine Sterne. Streitfälle nimmt @BotFather an.
help-terms-more = /privacy – was ich über dich speichere
    /paysupport – Hilfe bei einer Zahlung

## What can't be done.

help-not-understood = Das habe ich nicht verstanden.
help-not-understood-next = /start zeigt die Angebote, /mysubs deine Abos, /help, was ich kann.
help-not-understood-payment = Geht es um eine Zahlung? Schreib dem Inhaber oder sende /paysupport.
help-link-not-understood = Dieser Link funktioniert nicht mehr.
help-link-not-understood-next = Tippe noch einmal auf den Button, oder bitte den Inhaber um einen neuen Link. /start zeigt die Angebote.
help-channel-unknown = Das wird hier nicht verkauft.
help-channel-unknown-next = /start zeigt, welche es gibt.
help-channel-paused = ⏸ Der Inhaber hat den Verkauf pausiert, darum sind gerade keine Zahlungen möglich.
help-channel-paused-next = Was du bezahlt hast, läuft weiter. /mysubs zeigt es, /start zeigt andere Angebote.
help-payments-off = ⏸ Zahlungen sind gerade ausgeschaltet. Es wurde nichts abgebucht. Versuch es später noch einmal.

help-no-coin = ⚠️ <b>Der Verkauf steht still: Bei NOWPayments ist kein Coin eingeschaltet.</b>
help-no-coin-next = Ich bitte alle, die kaufen oder spenden wollen, es später noch einmal zu versuchen. Schalte in den Einstellungen des NOWPayments-Kontos mindestens einen Coin ein, oder bitte den Betreiber dieses Bots darum. Dann geht der Verkauf innerhalb von zehn Minuten weiter.
