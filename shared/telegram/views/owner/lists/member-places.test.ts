import type { MemberPlace } from '../../../../domain/places/known-member';
import { wordingIn } from '../../wording';
import { memberPlaceLines } from './member-places';

const place = (title: string, more: Partial<MemberPlace> = {}): MemberPlace => ({
  title,
  kind: 'supergroup',
  whereabouts: 'in',
  origin: 'admitted',
  wayIn: 'none',
  seenAt: null,
  isProtected: false,
  isRemoving: false,
  removedAt: null,
  removalTrouble: null,
  hindrance: null,
  other: null,
  ...more,
});

it('leaves out no place that needs the owner', () => {
  const places = [
    ...Array.from({ length: 9 }, (_, index) => place(`Fine ${index + 1}`)),
    place('Outside', { whereabouts: 'out' }),
    place('Refused', { whereabouts: 'out', hindrance: 'refused' }),
  ];
  const shown = memberPlaceLines(places, true, wordingIn('en')).map(({ text }) => text.replace(/[⁨⁩]/g, ''));
  const named = shown.map((line) => /(Fine \d|Outside|Refused|and \d more)/.exec(line)?.[0]);
  expect(named).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((index) => `Fine ${index}`),
    'Outside',
    'Refused',
    'and 3 more',
  ]);
});
