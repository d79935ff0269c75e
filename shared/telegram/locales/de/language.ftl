### The command /language.

language-page = 🌐 <b>Sprache</b>
    Ich schreibe dir auf Deutsch. Tippe auf eine andere Sprache, um das zu ändern.
