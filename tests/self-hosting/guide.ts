import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '../../docs/self-hosting.md');

/** The blocks of shell, or of another language, in a chapter of docs/self-hosting.md, as a reader pastes them. */
export function blocksOf(chapter: string, language = 'sh'): readonly string[] {
  const text = readFileSync(FILE, 'utf8');
  const [, found] =
    text
      .split(/^## /m)
      .map((part) => part.split('\n'))
      .map(([title = '', ...lines]) => [title, lines.join('\n')] as const)
      .find(([title]) => title === chapter) ?? [];
  if (found === undefined) throw new Error(`docs/self-hosting.md has no chapter "${chapter}"`);
  return [...found.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
    ([, block = '']) => block,
  );
}
