### Taking over members from a list.

takeover-button = 👥 Trazer membros

## Asking for a list.

takeover-title = <b>👥 Trazer membros · { $title }</b>
takeover-how = Envie para mim a lista dos membros que você já tem, como arquivo ou como texto. Eu mostro o que mudaria e não mudo nada antes do seu sim. Dá para desfazer com um botão.
takeover-format = Uma pessoa por linha: o ID ou @username, depois até quando ou “para sempre”, e uma nota se quiser. Arquivos CSV e JSON de até 20 MB também servem. Um exemplo para copiar:
takeover-names = Um ID funciona na hora. Um @username funciona assim que a pessoa escrever para mim ou pedir para entrar.
takeover-earlier = 📋 { $day } · { $count }
takeover-reading = 📖 Estou lendo sua lista para { $title }. Leva alguns segundos.
takeover-ask-list = Envie para mim a lista de membros, como arquivo ou como texto.
takeover-ask-until = Sua lista não diz até quando cada pessoa tem acesso. Envie um fim para as que faltam: uma data como 2027-01-31, um número de dias ou “para sempre”.

## What a list would change.

takeover-found = { $count ->
    [one] Sua lista tem uma linha. Nada mudou ainda.
   *[other] Sua lista tem { $count } linhas. Nada mudou ainda.
}
takeover-verdict = { $verdict ->
    [new] ➕ Ganham acesso: { $count }
    [in] ✅ Já estão no chat e ganham acesso: { $count }
    [longer] ⬆️ Ganham mais tempo de acesso: { $count }
    [shorter] ⬇️ Têm agora mais tempo do que a lista diz: { $count }
    [paid] 💰 Pagaram por mais tempo do que a lista diz e ficam com ele: { $count }
    [same] 🟰 Já têm exatamente esse acesso: { $count }
    [unknown] ❓ Nomes que ainda não conheço. Ganham acesso quando escreverem para mim ou pedirem para entrar: { $count }
    [ended] ⌛ O acesso já terminou, então não ganham nada: { $count }
    [protected] 🛡 Administradores, em quem nunca mexo: { $count }
    [banned] 🚫 Banidos, então não ganham acesso: { $count }
    [twice] 👯 Aparecem mais de uma vez. Vale o acesso mais longo: { $count }
    [kept] ✋ Mantêm mais tempo de acesso, como você escolheu: { $count }
    [shortened] ⬇️ Ficaram com menos tempo de acesso, como você escolheu: { $count }
    [undone] ↩️ Têm o que tinham antes: { $count }
   *[stays] ✋ Mantêm o acesso, porque ele mudou de novo depois da importação: { $count }
}
takeover-shorter-line = · linha { $line }: { $person }, até { $until } em vez de { $now }
takeover-line = · linha { $line }: { $person }
takeover-hold = { $days ->
    [0] Depois da importação, as remoções seguem como sempre.
   *[other] Depois da importação, não removo ninguém por { $time }, para que ninguém seja surpreendido.
}
takeover-nothing = Não há nada para importar.
takeover-go = ✅ Importar { $count }
takeover-shorten = { $choice ->
    [shorten] ⬇️ Encurtar { $count }: sim
   *[keep] ⬇️ Encurtar { $count }: não
}
takeover-hold-choice = { $days ->
    [0] Sem pausa
   *[other] ⏸ { $time }
}
takeover-chosen = ✓ { $choice }
takeover-table = 📄 Todas as linhas
takeover-refresh = 🔄 Atualizar
takeover-undo = ↩️ Desfazer
takeover-undo-now = ↩️ Sim, desfazer

## How far it is, and what became of it.

takeover-applying = ⏳ Importando: { $done } de { $total }. Eu continuo mesmo se você fechar este chat.
takeover-undoing = ⏳ Desfazendo: { $done } de { $total }.
takeover-applied = ✅ A importação terminou.
takeover-undone = ↩️ A importação foi desfeita.
takeover-waiting = 🕓 Nomes que ainda espero, por um ano no máximo: { $count }
takeover-held = ⏸ Não removo ninguém até { $time }.
takeover-undo-ask = Desfazer a importação inteira? Todos voltam a ter o acesso de antes. Quem teve outra mudança de acesso depois da importação fica com ela.
takeover-file-caption = 📄 Sua lista para { $title }, linha por linha.

## What can't be read.

takeover-bad = { $count ->
    [one] ⚠️ Não consigo ler uma linha da sua lista para { $title }, então a deixei de fora:
   *[other] ⚠️ Não consigo ler { $count } linhas da sua lista para { $title }, então as deixei de fora:
}
takeover-bad-line = { $problem ->
    [no_person] A linha { $line } não diz quem é.
    [several] A linha { $line } tem várias pessoas. Dê uma linha a cada uma: { $text }
    [bad_person] Linha { $line }: isto não é um ID nem um @username: { $text }
    [bad_until] Linha { $line }: não entendo esta data: { $text }
    [ambiguous_until] Linha { $line }: primeiro o dia ou o mês? Escreva a data como 2027-01-31: { $text }
    [no_until] A linha { $line } não diz até quando: { $text }
    [too_long] A linha { $line } é longa demais: { $text }
    [broken_quotes] Na linha { $line } há aspas que nunca se fecham: { $text }
   *[not_json] A linha { $line } não é um JSON válido: { $text }
}
takeover-bad-more = … e mais { $count }.
takeover-bad-fix = Corrija e envie o arquivo inteiro de novo, ou só essas linhas.
takeover-refused = { $refusal ->
    [not_text] Este arquivo não é texto em UTF-8. Na sua planilha, escolha “Salvar como” e “CSV UTF-8” e me envie esse arquivo.
    [spreadsheet] Não consigo ler planilhas nem PDF. Na sua planilha, escolha “Salvar como” e “CSV UTF-8” e me envie esse arquivo.
    [too_many_lines] Sua lista tem mais de 100.000 linhas. Divida-a em duas e me envie uma depois da outra.
    [empty] Não há ninguém nesta lista. Envie outra.
    [too_big] Este arquivo tem mais de 20 MB e o Telegram não o entrega para mim. Divida-o em dois e me envie um depois do outro.
    [not_given] O Telegram não me entregou este arquivo. Envie de novo.
   *[no_good_line] Não consigo ler nenhuma linha desta lista. Veja o exemplo e envie outra.
}

## Answers.

takeover-gone = Esta lista não existe mais. Envie de novo.
takeover-changed = Isto já foi feito. Veja como a lista está agora.
takeover-dropped = Esqueci a lista. Nada mudou.
takeover-not-an-end = Preciso de uma data no futuro como 2027-01-31, um número de dias ou “para sempre”.
