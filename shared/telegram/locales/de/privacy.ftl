### The command /privacy: what is stored about the reader.

privacy-title = 🔒 <b>Was ich über dich speichere</b>
privacy-topic = { $what } { $kept } { $seen }

## What is stored, and why.

privacy-account = <b>Dein Konto:</b> deine Telegram-ID, Name, @username und Sprache, damit ich dir schreiben kann.
privacy-orders = <b>Bestellungen und Zahlungen:</b> was du gekauft oder gespendet hast, mit Beträgen, Coins und Zeiten, und deine Notiz an den Inhaber, damit jede Zahlung zählt. Spendest du anonym, erfährt der Inhaber nicht, wer du bist, außer du schreibst ihm zu dieser Spende. NOWPayments nimmt die Zahlung an und erfährt Inhalt, Preis und Nummer der Bestellung. Die Nummer enthält deine Telegram-ID und die des Kanals, aber nicht deinen Namen.
privacy-access = <b>Zugang:</b> für welche Kanäle und Gruppen du bezahlt hast, in welchen du bist und bis wann, deine Links, Sperren und die Entscheidungen der Inhaber, damit du reinkommst und drin bleibst.
privacy-lists = <b>Mitgliederlisten:</b> wenn der Inhaber eines Kanals mir eine Liste seiner Mitglieder gegeben hat und du darauf stehst: deine ID oder dein @Name, bis wann du Zugang hast und die Notiz des Inhabers, damit du drin bleibst oder reinkommst. Ein @Name, den ich noch nicht kenne, wartet bis zu diesem Zeitpunkt, höchstens ein Jahr.
privacy-messages = <b>Nachrichten:</b> was du mir schickst und was ich dir schicke, damit nichts verloren geht oder doppelt passiert.
privacy-talks = <b>Was du und Inhaber einander schreiben:</b> welche Nachricht zu welcher Bestellung gehört, damit die Antwort ankommt. Den Text selbst vergesse ich, sobald er zugestellt ist.
privacy-amounts = <b>Begonnene Spenden:</b> was du auf dem Tastenfeld tippst, und eine Notiz, die du noch nicht abgeschickt hast.
privacy-answers = <b>Deine Antworten:</b> was du eingibst, während du einen Kanal oder eine Gruppe einrichtest oder eine Einstellung änderst.
privacy-team = <b>Kanäle und Gruppen, die du betreibst:</b> deine Rolle, wer dich eingeladen hat und wohin Meldungen gehen.

## For how long. Whole sentences.

privacy-kept-bot = Gespeichert, solange es diesen Bot gibt.
privacy-kept-use = Gespeichert, bis du fertig bist.
privacy-kept-days = { $days ->
    [one] Nach spätestens { $days } Tag gelöscht, außer es gehört zu einer Bestellung.
   *[other] Nach spätestens { $days } Tagen gelöscht, außer es gehört zu einer Bestellung.
}
privacy-kept-days-always = { $days ->
    [one] Nach spätestens { $days } Tag gelöscht.
   *[other] Nach spätestens { $days } Tagen gelöscht.
}

## Who sees it, beside the person who runs the bot. Whole sentences.

privacy-seen-channel = Inhaber und Team des Kanals oder der Gruppe sehen es.
privacy-seen-payees = Inhaber und Teams der Kanäle und Gruppen, mit denen du zu tun hast, sehen deine ID und deine Namen.
privacy-seen-both = Nur ihr beide seht es.
privacy-seen-nobody = Kein Inhaber sieht es.

privacy-stars = Zahlst du mit Telegram Stars, nimmt Telegram die Zahlung an, und NOWPayments erfährt nichts.
privacy-ask = Der Betreiber dieses Bots kann alles davon sehen, auch wenn ihm ein Kanal oder eine Gruppe gehört, denen du anonym gespendet hast. Du hast Fragen oder willst etwas löschen lassen? Schreib einem Inhaber mit /paysupport. Er kann es an den Betreiber weitergeben.
