import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isNewExpression,
  isStringLiteralLike,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isThrowStatement,
  ScriptTarget,
  SyntaxKind,
  type Node,
} from 'typescript';

const TWO_WORDS = /\p{L}\S*\s+\S*\p{L}/u;
/** A capital or a picture, after quotes and the like. A template that begins with a value begins with none. */
const BEGINS = /^[^\p{L}\p{N}\s$`(]*[\p{Lu}\p{Extended_Pictographic}]/u;
const ENDS = /[.!?…]$|[.!?] \p{Lu}/u;

const isSentence = (text: string): boolean => TWO_WORDS.test(text) && (BEGINS.test(text) || ENDS.test(text));

/** What a literal says, with a digit in place of each value. */
function textOf(node: Node): string | undefined {
  if (isStringLiteralLike(node)) return node.text;
  if (!isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `1${literal.text}`).join('');
}

/** SQL, and what an error says: `sql\`…\``, `throw …`, `new Error('…')`, `super('…')`. */
const isForNoUser = (node: Node): boolean =>
  isTaggedTemplateExpression(node) ||
  isThrowStatement(node) ||
  (isNewExpression(node) && /Error$/.test(node.expression.getText())) ||
  (isCallExpression(node) && node.expression.kind === SyntaxKind.SuperKeyword);

/** The texts in a source file that look like a sentence for somebody who reads it. */
export function sentencesIn(source: string): readonly string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    if (isForNoUser(node)) return;
    const text = textOf(node);
    if (text !== undefined && isSentence(text)) found.push(text);
    forEachChild(node, look);
  };
  look(createSourceFile('source.ts', source, ScriptTarget.Latest, true));
  return found;
}
