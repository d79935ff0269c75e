## The menu. 256 characters at most; apps show about 40.

profile-command-start = O que está à venda
profile-command-mysubs = Suas assinaturas e pedidos
profile-command-channels = O que você administra
profile-command-language = Escolher seu idioma
profile-command-help = O que este bot faz
profile-command-paysupport = Ajuda com um pagamento
profile-command-privacy = O que é guardado sobre você
profile-command-terms = Termos de venda

profile-description = Vendo acesso a canais e grupos privados do Telegram e recebo doações para eles, na moeda que você escolher. Toque em COMEÇAR para vê-los.
profile-about = Acesso a canais e grupos privados do Telegram e doações. Pague na moeda que você escolher.
