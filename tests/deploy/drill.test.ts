import { LONG_TEST_DEADLINE_MS } from '../support/deadlines';
import { startDeployment, type Deployment } from './deployment';
import { withGcloud } from './installed-gcloud';

jest.setTimeout(LONG_TEST_DEADLINE_MS);

const INSTANCE = 'projects/telepay-test/instances/telepay';

withGcloud('a drill by the real gcloud', () => {
  let deployment: Deployment;
  const put = (name: string, resource: object) => deployment.google.store.put(name, { name, ...resource });
  beforeEach(async () => {
    deployment = await startDeployment();
    put('services/sqladmin.googleapis.com', { config: { name: 'sqladmin.googleapis.com' } });
  });
  afterEach(() => deployment.close());

  const instances = () =>
    deployment.google.store.list('projects/telepay-test/instances').map(({ name }) => name);
  beforeEach(() => {
    put(INSTANCE, {
      name: 'telepay',
      region: 'europe-west1',
      state: 'RUNNABLE',
      databaseVersion: 'POSTGRES_17',
      settings: { tier: 'db-custom-1-3840', edition: 'ENTERPRISE', dataDiskSizeGb: '20' },
    });
    put(`${INSTANCE}/users/telepay`, { name: 'telepay' });
    put('projects/telepay-test/secrets/telepay-database-owner-password', {});
    put('projects/telepay-test/secrets/telepay-database-owner-password/versions/1', {
      state: 'ENABLED',
      payload: { data: Buffer.from('an owner’s password').toString('base64') },
    });
    const backup = (id: string, status: string, day: number) =>
      put(`${INSTANCE}/backupRuns/${id}`, { id, status, windowStartTime: `2026-11-0${day}T01:00:00Z` });
    backup('11', 'SUCCESSFUL', 1);
    backup('13', 'SUCCESSFUL', 3);
    backup('14', 'FAILED', 4);
  });

  it('restores the newest good backup beside the instance, looks into it and deletes it', async () => {
    put('projects/telepay-test/instances/telepay-drill-20260102t030405z', {
      name: 'telepay-drill-20260102t030405z',
      region: 'europe-west1',
      settings: {},
    });
    const { code, stdout, stderr } = await deployment.run('--drill', '--yes');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('the backup of 2026-11-03T01:00:00Z');
    const restored = deployment.google.calls.find(({ url }) => url.includes('restoreBackup'));
    expect(restored?.body).toMatchObject({
      restoreBackupContext: { backupRunId: '13', instanceId: 'telepay' },
    });
    const [look] = deployment.npmCalls();
    expect(look).toMatch(
      /CLOUD_SQL_INSTANCE=telepay-test:europe-west1:telepay-drill-\d+t\d+z .* migrate -- --check$/,
    );
    expect(instances()).toEqual(['telepay']);
  });

  it('says why its instance cannot be made, and nothing about its deletion', async () => {
    deployment.google.fail(/instances\?/, { method: 'POST', status: 403, message: 'no quota is left' });
    const { code, stderr } = await deployment.run('--drill', '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain('no quota is left');
    expect(stderr).not.toMatch(/delete/i);
    expect(deployment.google.calls.map(({ method }) => method)).toContain('DELETE');
    expect(instances()).toEqual(['telepay']);
  });

  it('deletes its instance also if the backup cannot be restored', async () => {
    deployment.google.fail(/restoreBackup/, {
      method: 'POST',
      status: 400,
      message: 'the backup is broken',
    });
    const { code, stderr } = await deployment.run('--drill', '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain('the backup is broken');
    expect(instances()).toEqual(['telepay']);
    expect(deployment.npmCalls()).toEqual([]);
  });

  it('prints its commands and runs none of them with --dry-run', async () => {
    const { stdout } = await deployment.run('--drill', '--dry-run');
    expect(stdout).toMatch(
      /^gcloud sql operations wait --timeout=unlimited "\$\(gcloud sql backups restore 13 --restore-instance=telepay-drill-\S+ --backup-instance=telepay --async '--format=value\(name\)' --project=telepay-test\)" --project=telepay-test$/m,
    );
    expect(instances()).toEqual(['telepay']);
  });
});
