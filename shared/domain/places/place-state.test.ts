import fc from 'fast-check';
import { canAdmit, isNews, placeState, type SeenPlace } from './place-state';

const STATUSES = ['creator', 'administrator', 'member', 'restricted', 'left', 'kicked'];

it.each(STATUSES)('reads what the bot can do as %s with each combination of rights', (status) => {
  for (const invite of [true, false])
    for (const ban of [true, false]) {
      const rights = { can_invite_users: invite, can_restrict_members: ban, can_edit_messages: false };
      const state = placeState('private', { status, rights, isGone: false });
      const lacking = [...(invite ? [] : ['can_invite_users']), ...(ban ? [] : ['can_restrict_members'])];
      if (status === 'creator') expect(state).toEqual({ is: 'fine' });
      else if (status !== 'administrator') expect(state).toEqual({ is: 'absent' });
      else if (lacking.length === 0) expect(state).toEqual({ is: 'fine' });
      else expect(state).toEqual({ is: 'lacking', rights: lacking });
      expect(canAdmit(state)).toBe(status === 'creator' || (status === 'administrator' && invite));
    }
});

it('counts what was never reported as fine', () => {
  expect(placeState('private', null)).toEqual({ is: 'fine' });
  expect(placeState('private', { status: 'administrator', rights: {}, isGone: false })).toEqual({
    is: 'fine',
  });
});

it('counts a deleted chat as gone, whatever was reported before', () => {
  for (const status of STATUSES)
    expect(placeState('public', { status, rights: { can_post_messages: true }, isGone: true })).toEqual({
      is: 'gone',
    });
});

const seen: fc.Arbitrary<SeenPlace> = fc.record({
  status: fc.constantFrom(...STATUSES),
  rights: fc.record({
    can_invite_users: fc.boolean(),
    can_restrict_members: fc.boolean(),
    can_post_messages: fc.boolean(),
  }),
  isGone: fc.constant(false),
});

it('never makes news of rights that the bot does not need', () => {
  fc.assert(
    fc.property(seen, fc.boolean(), (place, other) => {
      const changed = {
        ...place,
        rights: { ...place.rights, can_edit_messages: other, can_post_messages: other },
      };
      expect(isNews(placeState('private', place), placeState('private', changed))).toBe(false);
    }),
  );
});
