language-page = 🌐 <b>Idioma</b>
    Escrevo para você em português. Toque em outro idioma para mudar.
