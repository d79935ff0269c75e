import { isInstalled, sayMissing } from './installed-programs';

it('knows whether a program is there', () => {
  expect([isInstalled('node'), isInstalled('no-such-program')]).toEqual([true, false]);
});

describe('without a program', () => {
  it('fails in CI', () => {
    expect(() => sayMissing('caddy', 'the Caddyfile', { CI: 'true' })).toThrow(
      'caddy is not installed, although .ci/run installs it: the Caddyfile',
    );
  });

  it('says elsewhere what is skipped', () => {
    const written: unknown[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(text) > 0);
    try {
      sayMissing('caddy', 'the Caddyfile', {});
    } finally {
      write.mockRestore();
    }
    expect(written).toEqual(['Skipped, because caddy is not installed: the Caddyfile\n']);
  });
});
