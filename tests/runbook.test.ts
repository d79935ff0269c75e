import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyJson } from '../infra/deploy/monitoring/policy';
import { policiesOf } from '../infra/deploy/monitoring/policies';
import { installed } from './deploy/support/installed';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The anchors that GitHub gives to the headings of a document: lower case, without punctuation, spaces as hyphens. */
function anchorsOf(file: string): string[] {
  const headings = read(file)
    .replaceAll(/^ *```.*?^ *```/gms, '')
    .matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

interface Documentation {
  readonly content: string;
  readonly links?: readonly { readonly displayName: string; readonly url: string }[];
}

/** The documentation of every alert of an installation that has all of them. */
const alerts = (settings: object) => {
  const installation = installed({ domain: 'pay.example.com', ...settings });
  return policiesOf(installation).map((policy) => ({
    ...policy,
    documentation: policyJson(installation, policy, true)['documentation'] as Documentation,
  }));
};

const REPOSITORIES = [
  ['https://github.com/olga/telepay', 'https://github.com/olga/telepay/blob/HEAD/'],
  ['https://github.com/olga/telepay.git', 'https://github.com/olga/telepay/blob/HEAD/'],
  ['https://git.example.com/olga/telepay/', 'https://git.example.com/olga/telepay/blob/HEAD/'],
  ['https://github.com/olga/telepay/blob/v1.2', 'https://github.com/olga/telepay/blob/v1.2/'],
  ['https://gitlab.com/olga/telepay/-/blob/main', 'https://gitlab.com/olga/telepay/-/blob/main/'],
] as const;

it.each(REPOSITORIES)('links every alert to its entry in the runbook, at %s', (repository_url, root) => {
  for (const { id, documentation } of alerts({ repository_url })) {
    const [link, ...more] = documentation.links ?? [];
    expect(more).toEqual([]);
    expect(link?.displayName).toContain(id);
    const [file = '', anchor = ''] = String(link?.url).slice(root.length).split('#');
    expect(link?.url).toBe(`${root}${file}#${anchor}`);
    expect(anchorsOf(file).filter((one) => one === anchor)).toEqual([id]);
    expect(documentation.content).toContain(`(${String(link?.url)})`);
  }
});

it('names the file and the heading of every alert if no repository is set', () => {
  for (const { id, documentation } of alerts({})) {
    expect(documentation).not.toHaveProperty('links');
    const [, file = '', heading = ''] = /Runbook: (\S+), heading `(\w+)`/.exec(documentation.content) ?? [];
    expect(heading).toBe(id);
    expect(read(file)).toContain(`\n### ${heading}\n`);
  }
});

it('has in each entry the meaning and what to do', () => {
  for (const { id, meaning, remedy } of alerts({})) {
    const [entry = ''] = read('infra/README.md').split(`\n### ${id}\n`)[1]?.split(/\n#+ /) ?? [];
    expect(entry).toContain(meaning);
    expect(entry).toContain(remedy);
  }
});

it('has no entry of an alert that does not exist', () => {
  const [section = ''] = read('infra/README.md').split('<!-- alerts -->')[1]?.split('<!-- /alerts -->') ?? [];
  const entries = [...section.matchAll(/^### (\S+)$/gm)].map(([, id]) => id);
  expect(entries).toEqual(alerts({}).map(({ id }) => id));
});

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'infra/README.md'],
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`),
].filter((file) => file.endsWith('.md'));

it.each(DOCUMENTS)('%s links only to headings and files that exist', (document) => {
  const text = read(document).replaceAll(/^ *```.*?^ *```/gms, '');
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|tg:)([^)\s]*)\)/g)].map(([, link]) => String(link));
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? document : join(dirname(document), path);
    if (!existsSync(join(ROOT, file))) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
  expect(broken).toEqual([]);
});
