### The command /language.

language-page = 🌐 <b>Idioma</b>
    Te escribo en español. Toca otro idioma para cambiarlo.
