import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { startDeployment, type Deployment } from './deployment';
import { withGcloud } from './installed-gcloud';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const PLACE = 'projects/telepay-test/locations/europe-west1';
const JOB = `${PLACE}/jobs/telepay-worker`;
const QUEUE = `${PLACE}/queues/telepay-worker`;

withGcloud('by the real gcloud', () => {
  let deployment: Deployment;
  const enable = (...apis: string[]) => {
    for (const api of apis) {
      const name = `${api}.googleapis.com`;
      deployment.google.store.put(`services/${name}`, { config: { name } });
    }
  };
  beforeEach(async () => {
    deployment = await startDeployment();
    enable('cloudscheduler');
  });
  afterEach(() => deployment.close());

  const put = (name: string, resource: object) => deployment.google.store.put(name, { name, ...resource });
  const stateOf = (name: string) => deployment.google.store.get(name)?.['state'];
  const verbs = (start: number) =>
    deployment.google.calls
      .slice(start)
      .filter(({ method, url }) => method !== 'GET' && !url.includes(':getIamPolicy'))
      .map(({ url }) => /\/(\w+)\/telepay-worker:(\w+)/.exec(url)?.slice(1).join(' ') ?? url);

  it.each([
    ['without a queue', false],
    ['with a queue', true],
  ])(
    '%s, a pause stops everything in order, a resume starts it again, and both can be repeated',
    async (_, hasQueue) => {
      put(JOB, { state: 'ENABLED' });
      if (hasQueue) {
        enable('cloudtasks');
        put(QUEUE, { state: 'RUNNING' });
      }
      const shown = await deployment.run('--pause', '--dry-run');
      expect(shown.stdout).toContain('gcloud scheduler jobs pause telepay-worker --location=europe-west1');
      expect(shown.stdout).not.toContain('TelePay is paused');
      expect([stateOf(JOB), deployment.npmCalls()]).toEqual(['ENABLED', []]);

      const paused = await deployment.run('--pause', '--yes');
      expect(paused).toMatchObject({ code: 0, stderr: '' });
      expect(verbs(0)).toEqual(hasQueue ? ['jobs pause', 'queues pause'] : ['jobs pause']);
      expect(deployment.npmCalls().at(-1)).toMatch(/webhook -- delete$/);
      expect(paused.stdout).toContain('IPNs are still accepted and kept');
      expect(paused.stdout).toContain(hasQueue ? 'nothing wakes it' : 'only an IPN still wakes it');
      expect(await deployment.run('--pause', '--yes')).toMatchObject({ code: 0, stderr: '' });

      const start = deployment.google.calls.length;
      const deploy = await deployment.run('--no-build', '--yes');
      expect(deploy).toMatchObject({ code: 1 });
      expect(deploy.stderr).toContain('First run npm run deploy -- --resume');
      expect(verbs(start)).toEqual([]);
      expect((await deployment.run('--no-build', '--plan')).stdout).toContain('TelePay is paused');

      expect(await deployment.run('--resume', '--yes')).toMatchObject({ code: 0, stderr: '' });
      expect(verbs(start)).toEqual(hasQueue ? ['queues resume', 'jobs resume'] : ['jobs resume']);
      expect(deployment.npmCalls().at(-1)).toMatch(/webhook -- set https:/);
      expect(stateOf(JOB)).toBe('ENABLED');
      expect(await deployment.run('--resume', '--yes')).toMatchObject({ code: 0, stderr: '' });
    },
  );

  it('says so where nothing runs, and takes one thing at a time', async () => {
    expect(await deployment.run('--pause')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Nothing runs yet') as string,
    });
    expect(await deployment.run('--pause', '--rotate=TELEGRAM_BOT_TOKEN')).toMatchObject({
      code: 1,
      stderr: '--pause and --rotate exclude each other.\n',
    });
    expect(await deployment.run('--pause', '--resume')).toMatchObject({
      code: 1,
      stderr: '--pause and --resume exclude each other.\n',
    });
  });
});
