## The post in the public channel. $title: the channel's name.

donations-post-title = 💝 <b>Apoie { $title }</b>
donations-post-button = 💝 Doar

## The keypad, whose buttons type an amount.

donations-keypad-title = 💝 <b>Doar para { $title }</b>
donations-keypad-how = Digite um valor de { $least } a { $most } e toque em ✓ Confirmar. Pague em qualquer moeda. { $minutes ->
    [one] O teclado funciona por { $minutes } minuto.
   *[other] O teclado funciona por { $minutes } minutos.
}

donations-keypad-how-presets = Toque em um valor. Ou digite outro, de { $least } a { $most }, e toque em ✓ Confirmar. Pague em qualquer moeda. { $minutes ->
    [one] O teclado funciona por { $minutes } minuto.
   *[other] O teclado funciona por { $minutes } minutos.
}
donations-keypad-note = Seu recado ao dono: “{ $note }”
donations-keypad-anonymous = O dono não vai saber quem você é.
donations-note-ask = <b>Envie agora seu recado ao dono.</b> Até { $most } caracteres.
donations-note-too-long = ⚠️ São { $length } caracteres, e o máximo é { $most }. Envie um recado mais curto.

donations-keypad-amount = 💰 Valor: { $amount }
donations-keypad-clear = 🗑 Limpar
donations-keypad-confirm = ✓ Confirmar
donations-keypad-again = 🔁 { $amount } de novo
donations-keypad-note-add = ✍️ Incluir recado
donations-keypad-note-remove = ✍️ Tirar recado
donations-keypad-stay-anonymous = 🕶 Ficar no anonimato
donations-keypad-named = 👤 Mostrar meu nome

## What becomes of a keypad.

donations-confirmed = 💝 <b>{ $amount } para { $title }.</b> Sua cobrança já vem.
donations-cancelled = ✕ Doação cancelada. Nada foi cobrado.
donations-expired = ⌛ O teclado expirou. Nada foi cobrado.
donations-start-again = 💝 Começar de novo

## Answers to a tap on the keypad. Plain text, 200 characters at most.

donations-keypad-not-in-use = Este teclado não funciona mais. Toque em Doar de novo.
donations-keypad-of-another = Só quem abriu este teclado pode usá-lo.
donations-keypad-expired = Este teclado expirou. Nada foi cobrado. Toque em Doar de novo.
donations-note-saved = Seu recado vai para o dono junto com a doação.
donations-paused = O dono pausou as doações. Nada foi cobrado.
donations-amount-typed = Valor: { $amount }
donations-amount-empty = Digite um valor primeiro.
donations-amount-below-crypto = Hoje, os pagamentos em cripto começam em { $least }. Nada foi cobrado. Que tal { $suggested }?
donations-amount-below-usual = No momento, as doações começam em { $least }. Nada foi cobrado. Que tal { $suggested }?
donations-amount-too-large = { $most } é o máximo que você pode doar de uma vez.
donations-key-ignored = { $reason ->
    [too_many_decimals] Centavos têm dois dígitos.
    [second_point] Já tem uma vírgula.
   *[too_many_digits] Não cabem mais dígitos. O máximo por doação é { $most }.
}

## For the owner.

donations-owner-note = <b>Recado:</b> “{ $note }”

donations-amounts-title = 💝 <b>Valores de doação de { $title }</b>
donations-amounts-now = <b>Agora:</b> { $amounts }
donations-amounts-none = <b>Agora:</b> nenhum. Quem doa digita o valor.
donations-amounts-hidden = Hoje, os pagamentos começam em { $least }. Valores menores ficam ocultos até isso mudar.
donations-amounts-ask = Esses valores podem ser doados com um toque, e ainda dá para digitar qualquer outro. Para mudá-los, envie até { $most } valores em dólares separados por espaços, assim: 5 10 25,50
donations-amounts-remove = 🗑 Remover todos
donations-amounts-unclear = Envie até { $most } valores em dólares separados por espaços, como 5 10 25,50. O máximo de cada um é { $limit }.
