starfigures-label = В Stars
starfigures-month = ⭐ <b>В этом месяце: { $net }</b>, и их должен вам владелец этого бота. Это примерно { $share } по курсу Telegram для разработчиков, { $thousand } = { $rate }.
starfigures-month-none = ⭐ <b>В этом месяце: { $net }</b>
