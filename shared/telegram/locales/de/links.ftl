### The links that an owner sends to buyers and donors.

links-button = 🔗 Meine Links
links-title = 🔗 <b>Links von { $title }</b>
links-how = Schick sie deinen Leuten oder setz sie in dein Profil. Wer darauf tippt, landet bei mir, direkt bei deinem Angebot oder beim Tastenfeld für Spenden.
links-offer = <b>Angebot:</b> { $link }
links-donate = <b>Spenden:</b> { $link }
links-post-now = { $post ->
    [donate] <b>Den Spenden-Button jetzt in { $channel } posten?</b>
   *[offer] <b>Das Angebot jetzt in { $channel } posten?</b>
}

links-post-yes = ✅ Ja, posten
links-post-no = Nicht jetzt
links-copy-offer = 📋 Angebotslink kopieren
links-share-offer = ↗️ Angebot teilen
links-picture-offer = 🔳 Angebot als QR-Code
links-copy-donate = 📋 Spendenlink kopieren
links-share-donate = ↗️ Spendenlink teilen
links-picture-donate = 🔳 Spendenlink als QR-Code

links-caption-offer = 🔳 <b>Das Angebot von { $title }</b>
links-caption-donate = 🔳 <b>Spenden für { $title }</b>
