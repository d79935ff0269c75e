starfigures-label = In Stars
starfigures-month = ⭐ <b>Diesen Monat: { $net }</b>, und der Besitzer dieses Bots schuldet sie dir. Das sind etwa { $share } zum Kurs von Telegram für Entwickler, { $thousand } = { $rate }.
starfigures-month-none = ⭐ <b>Diesen Monat: { $net }</b>
