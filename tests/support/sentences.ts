import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isImportDeclaration,
  isNewExpression,
  isPropertyAccessExpression,
  isStringLiteralLike,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isThrowStatement,
  isTypeNode,
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

const READABLE = /\p{Lu}|[^\p{ASCII}]|\s/u;
const hasLetter = (text: string) => /\p{L}/u.test(text);

/** What a person reads of a template of HTML. */
const withoutTags = (text: string) => text.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '');

/** The texts in a view that a person would read, so that they belong into a catalog. Keys and names of types are not among them. */
export function wordsIn(source: string): readonly string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    if (isImportDeclaration(node) || isTypeNode(node) || isThrowStatement(node)) return;
    if (isTaggedTemplateExpression(node)) {
      const text = textOf(node.template) ?? '';
      if (hasLetter(withoutTags(text))) found.push(text);
      if (isTemplateExpression(node.template))
        node.template.templateSpans.forEach((span) => look(span.expression));
      return;
    }
    const text = textOf(node);
    if (text !== undefined && hasLetter(text) && READABLE.test(text)) found.push(text);
    forEachChild(node, look);
  };
  look(createSourceFile('source.ts', source, ScriptTarget.Latest, true));
  return found;
}

const PUNCTUATION = /[,:;·–—→،؛()]/u;
const VALUE = '\uE000';

/** True if there is punctuation between values, because each language has its own. False for an address. */
function isGlue(template: string): boolean {
  const text = withoutTags(template);
  if (/^\w+:\/\//.test(text)) return false;
  const [, ...between] = text.split(VALUE);
  return between.some(
    (part, index) => PUNCTUATION.test(part) && (index < between.length - 1 || part.includes(':')),
  );
}

/** What puts values together in a view, so that it belongs into a catalog: `${a}, ${b}`, `${a}: `, `all.join(', ')`. */
export function glueIn(source: string): readonly string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    if (isThrowStatement(node)) return;
    if (isTemplateExpression(node)) {
      const text = node.head.text + node.templateSpans.map(({ literal }) => VALUE + literal.text).join('');
      if (isGlue(text)) found.push(node.getText());
    }
    if (
      isCallExpression(node) &&
      isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'join' &&
      node.arguments.some((argument) => isStringLiteralLike(argument) && PUNCTUATION.test(argument.text))
    )
      found.push(node.getText());
    forEachChild(node, look);
  };
  look(createSourceFile('source.ts', source, ScriptTarget.Latest, true));
  return found;
}

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
