import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callsIn, type ShellCall } from './shell-calls';

const ROOT = join(__dirname, '../..');

/** The shell scripts in documents and in the comments of Cloud Build's file, with the file that shows each. */
export const gcloudScripts = (): (readonly [file: string, script: string])[] =>
  [
    ...['README.md', 'infra/README.md', ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`)]
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => {
        const text = readFileSync(join(ROOT, file), 'utf8');
        const blocks = [...text.matchAll(/^ *```sh\n(.*?)^ *```/gms)].map(([, block]) => String(block));
        const inline = [...text.replaceAll(/^ *```.*?^ *```/gms, '').matchAll(/`(gcloud [^`]+)`/g)];
        return [...blocks, ...inline.map(([, line]) => String(line))].map(
          (script) => [file, script] as const,
        );
      }),
    ...[
      ...readFileSync(join(ROOT, 'cloudbuild.yaml'), 'utf8').matchAll(
        /gcloud (?:[^\n]*\\\n#)*[^\n]*--[^\n]*/g,
      ),
    ].map(([line]) => ['cloudbuild.yaml', line.replaceAll('\\\n#', '\\\n')] as const),
  ].filter(([, script]) => script.includes('gcloud '));

/** The calls that a script makes. */
export const callsOf = (script: string): ShellCall[] =>
  callsIn(script.replaceAll('…', 'x'), ['gcloud', 'npm', 'export']);
