/** A name or a button's text inside a sentence of the page, which keeps its own direction and does not change ours. */
export const isolated = (text) => `\u2068${text}\u2069`;
