starfigures-label = En Stars
starfigures-month = ⭐ <b>Este mes: { $net }</b>, y te las debe el dueño de este bot. Son unos { $share } al cambio de Telegram para desarrolladores, { $thousand } = { $rate }.
starfigures-month-none = ⭐ <b>Este mes: { $net }</b>
