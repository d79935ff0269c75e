import type { MessageOf } from '../../../../domain/messages/messages';
import { takeoverSamplesOf } from '../../../../../tests/samples/owner-takeovers';
import { wordingIn } from '../../wording';
import { takeoverView } from './takeover';

const samples = takeoverSamplesOf({ name: 'x', title: 'Alpha', text: 'x' }).takeover_page;
const base = samples.find(({ list }) => list.state === 'compared');

it('does not talk about an import of a list that changes nothing', () => {
  if (base?.difference == null) throw new Error('no sample is compared');
  const nothing = Object.fromEntries(
    Object.entries(base.difference).map(([verdict, counted]) => [
      verdict,
      { ...counted, count: 0, lines: [] },
    ]),
  );
  const shown = (difference: object) =>
    takeoverView({ ...base, difference } as MessageOf<'takeover_page'>, wordingIn('en'));
  expect(shown(base.difference).text.text).toContain('After the import');
  expect(shown(nothing).text.text).toMatch(/There is nothing to import\.$/);
  expect(JSON.stringify(shown(nothing).keyboard)).not.toContain('Import');
});
