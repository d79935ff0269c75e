import { clientAddress } from '../../../shared/security/client-address';
import { fakeRequest } from '../../../tests/support/fake-request';
import { judgeHops, MARKED } from './judge-hops';

/** What `/status` answers to the doctor behind so many proxies, each of which appends what it saw. */
function answerBehind(proxies: number, hops: number): string {
  const appended = Array.from({ length: proxies }, (_, n) => `198.51.100.${n + 1}`);
  const list = [MARKED['X-Forwarded-For'], ...appended].join(', ');
  const request = fakeRequest({ remoteAddress: '127.0.0.1', headers: { 'X-Forwarded-For': list } });
  return JSON.stringify({ client_address: clientAddress(request, hops) });
}

it.each([0, 1, 2, 3])('finds by how much the number of proxies is too high, behind %d', (proxies) => {
  for (let hops = 0; hops <= proxies + 4; hops += 1) {
    const findings = judgeHops(answerBehind(proxies, hops));
    const tooMany = hops - proxies;
    expect([hops, findings.map(({ code, severity }) => `${severity} ${code}`)]).toEqual([
      hops,
      tooMany > 0 ? ['warning health.trusts_sender'] : [],
    ]);
    if (tooMany > 0) {
      expect(findings[0]?.problem).toContain(`too high by ${tooMany},`);
      expect(findings[0]?.remedy).toContain(`by ${tooMany}:`);
    }
  }
});

it.each(['', 'not JSON', '{}', '{"client_address":null}', '{"client_address":"unknown"}'])(
  'finds nothing in the answer of an earlier release, or of something else: %j',
  (text) => {
    expect(judgeHops(text)).toEqual([]);
  },
);
