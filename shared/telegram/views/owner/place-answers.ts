import type { AnswerOf } from '../../../domain/messages/answers';
import { says, type Wording } from '../wording';

export const PLACE_ANSWERS = {
  place_opened: says('offerplaces-opened'),
  place_taken_away: says('offerplaces-closed'),
  place_not_there: says('offerplaces-not-there'),
  place_asked_again: says('offerplaces-asked-again'),
  place_has_it: says('offerplaces-has-it'),
  place_posts: says('offerplaces-posts'),
  place_of_another: says('offerplaces-other-owner'),
  basic_group: says('offerplaces-basic-group'),
  discussion_without_bot: says('offerplaces-discussion-without-bot'),
  place_too_many: ({ max }: AnswerOf<'place_too_many'>, wording: Wording) =>
    wording.text('offerplaces-too-many', { max }),
};
