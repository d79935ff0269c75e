import {
  createSourceFile,
  forEachChild,
  isRegularExpressionLiteral,
  isStringLiteralLike,
  ScriptTarget,
  SyntaxKind,
  type Node,
} from 'typescript';

/** A piece of text that a person reads in one go: a comment, a paragraph, a literal or a line of code. */
export interface Passage {
  readonly kind: 'comment' | 'document' | 'literal' | 'code';
  /** The line of the file on which the passage begins, from 1. */
  readonly line: number;
  /** The lines of the passage, without indentation and comment markers. */
  readonly rows: readonly string[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const TEMPLATE_PARTS: readonly SyntaxKind[] = [
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
];
/** A block comment, or line comments below one another. */
const COMMENT = /\/\*[^]*?\*\/|\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/g;
const MARKERS = /^\s*(?:\/\*+|\/\/|\*(?!\/)|--)?\s*|\s*(?:\*\/)?\s*$/g;

/** The text with spaces in place of the ranges, so that each other character keeps its place. */
function blank(text: string, ranges: readonly Range[]): string {
  let [blanked, at] = ['', 0];
  for (const { start, end } of ranges) {
    blanked += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return blanked + text.slice(at);
}

/** The strings, the parts of templates and the regular expressions of a source file, in order. */
function literalsIn(path: string, text: string): readonly Range[] {
  const ranges: Range[] = [];
  const source = createSourceFile(path, text, ScriptTarget.Latest);
  const visit = (node: Node): void => {
    const isLiteral =
      isStringLiteralLike(node) || isRegularExpressionLiteral(node) || TEMPLATE_PARTS.includes(node.kind);
    if (isLiteral) ranges.push({ start: node.getStart(source), end: node.end });
    else forEachChild(node, visit);
  };
  visit(source);
  return ranges.sort((one, other) => one.start - other.start);
}

const tidy = (row: string): string => row.trim().replace(/\s+/g, ' ');

/** Counts lines. The offsets that it is asked for must grow. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (; at < offset; at += 1) if (text[at] === '\n') line += 1;
    return line;
  };
}

/** A passage without the empty rows before its first words. */
function withoutEmptyStart({ kind, line, rows }: Passage): Passage {
  const first = Math.max(
    rows.findIndex((row) => row !== ''),
    0,
  );
  return { kind, line: line + first, rows: rows.slice(first) };
}

function passagesAt(text: string, ranges: readonly Range[], kind: Passage['kind']): readonly Passage[] {
  const lineOf = lineCounter(text);
  return ranges.map(({ start, end }) => {
    const isComment = kind === 'comment';
    const rows = (isComment ? text.slice(start, end) : text.slice(start + 1, end - 1)).split('\n');
    const plain = isComment ? rows.map((row) => row.replace(MARKERS, '')) : rows;
    return withoutEmptyStart({ kind, line: lineOf(start), rows: plain.map(tidy) });
  });
}

function passagesInCode(path: string, text: string): readonly Passage[] {
  const literals = literalsIn(path, text);
  const withoutLiterals = blank(text, literals);
  const comments = [...withoutLiterals.matchAll(COMMENT)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const code = blank(withoutLiterals, comments).split('\n');
  return [
    ...passagesAt(text, comments, 'comment'),
    ...passagesAt(text, literals, 'literal'),
    ...code.map((row, index) => ({ kind: 'code' as const, line: index + 1, rows: [tidy(row)] })),
  ].filter(({ rows }) => rows.some((row) => row !== ''));
}

/** Lines that begin a passage of their own: headings, list items, table rows, quotes, fences and messages of a catalog. */
const BEGINS_PASSAGE = /^\s*(?:#|[-*+] |\d+\. |\||>|```|-?[a-z][\w-]* = ?)/;

/** The paragraphs of a document, the runs of lines in a file of SQL, and the messages of a catalog. */
function passagesInLines(text: string): readonly Passage[] {
  const passages: (Passage & { rows: string[] })[] = [];
  let isOpen = false;
  for (const [index, line] of text.split('\n').entries()) {
    const row = tidy(line.replace(/^\s*--\s?/, ''));
    if (isOpen && row !== '' && !BEGINS_PASSAGE.test(line)) passages.at(-1)?.rows.push(row);
    else if (row !== '') passages.push({ kind: 'document', line: index + 1, rows: [row] });
    isOpen = row !== '';
  }
  return passages;
}

/** Everything in a file that a person reads. The name's ending decides how it is read. */
export const passagesIn = (path: string, text: string): readonly Passage[] =>
  /\.(?:md|sql|ftl)$/.test(path) ? passagesInLines(text) : passagesInCode(path, text);

/** The text of a passage. A line that is empty leaves two spaces, so that no phrase reaches across paragraphs. */
export const textOf = ({ rows }: Passage): string => rows.join(' ');

/** The line of the file on which the character at `index` of a passage's text is. */
export function lineAt({ line, rows }: Passage, index: number): number {
  let [at, end] = [line, -1];
  for (const row of rows) {
    end += row.length + 1;
    if (index < end) return at;
    at += 1;
  }
  return at;
}
