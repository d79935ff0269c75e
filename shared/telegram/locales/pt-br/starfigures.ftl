starfigures-label = Em Stars
starfigures-month = ⭐ <b>Este mês: { $net }</b>, e o dono deste bot deve isso a você. São cerca de { $share } na cotação do Telegram para desenvolvedores, { $thousand } = { $rate }.
starfigures-month-none = ⭐ <b>Este mês: { $net }</b>
