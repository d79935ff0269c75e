import { EVENT_LABELS } from './event-labels';

it('does not call a channel private that may be the public one', () => {
  for (const type of ['place_gone', 'place_broken', 'place_works'])
    expect(EVENT_LABELS[type]).not.toMatch(/private|public/i);
});
