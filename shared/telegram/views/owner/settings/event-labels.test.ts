import { wordingIn } from '../../wording';
import { eventLabel } from './event-labels';

it('does not call a channel private that may be the public one', () => {
  for (const type of ['place_gone', 'place_broken', 'place_works'])
    expect(eventLabel(type, wordingIn('en'))).not.toMatch(/private|public|place/i);
});
