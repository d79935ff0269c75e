import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_VARIABLES } from '../infra/command-variables';

const ROOT = join(__dirname, '..');
const DOCUMENTS = [
  ...['README.md', 'SECURITY.md', 'infra/README.md'],
  ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`),
].filter((file) => file.endsWith('.md') && file !== 'docs/guarantees.md');

const COMMAND = new RegExp(`npm run (?:${Object.keys(COMMAND_VARIABLES).join('|')})\\b[^\`\\n]*`, 'g');
const NAMES_IT = /--(settings|env) |--help/;
/** The chapter that says how to name an installation, or a link to it. */
const SAYS_HOW = /^## When something went wrong$|#when-something-went-wrong\)/m;

/** The commands in a document that neither name an installation nor stand where the reader learns how to. */
function unnamedIn(text: string): string[] {
  return text
    .split(/^(?=## )/m)
    .filter((chapter) => !SAYS_HOW.test(chapter))
    .flatMap((chapter) => chapter.match(COMMAND) ?? [])
    .filter((command) => !NAMES_IT.test(command));
}

it.each(DOCUMENTS)('names the installation in every command of %s', (file) => {
  expect(unnamedIn(readFileSync(join(ROOT, file), 'utf8'))).toEqual([]);
});

it.each(['`npm run doctor`', '```sh\nnpm run replay -- since T\n```', '`npm run migrate -- --check`'])(
  'finds that %j names none',
  (text) => expect(unnamedIn(`# A\n## B\n${text}\n`)).toHaveLength(1),
);
