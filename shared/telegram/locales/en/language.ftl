### The command /language.

language-page = 🌐 <b>Language</b>
    I write to you in English. Tap another language to change it.
