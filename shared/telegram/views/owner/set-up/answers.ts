import type { AnswerOf } from '../../../../domain/messages/answers';
import { shortTitle } from '../../view';
import { says, type Wording } from '../../wording';
import { rightsInWords } from '../place-words';

const MAX_TITLE = 64;

const titled = ({ title }: { readonly title: string }) => ({ title: shortTitle(title, MAX_TITLE) });

export const SET_UP_ANSWERS = {
  set_up_ended: says('setup-ended'),
  set_up_changed: says('setup-changed'),
  set_up_cancelled: says('setup-cancelled'),
  set_up_postponed: says('setup-postponed'),
  nothing_to_type: says('setup-nothing-to-type'),
  on_sale: says('setup-on-sale'),
  private_chat_missing: says('setup-private-missing'),
  private_chat_just_taken: says('setup-private-just-taken'),
  public_chat_just_sold: says('setup-public-just-sold'),
  not_claimable: says('setup-not-claimable'),
  channel_claimed: says('setup-claimed'),
  channel_claimed_without_posts: says('setup-claimed-without-posts'),
  channel_claimed_from_you: (answer: AnswerOf<'channel_claimed_from_you'>, wording: Wording) =>
    wording.text('setup-claimed-from-you', titled(answer)),
  choose_among_yours: says('setup-choose-among-yours'),
};

export const CHAT_ANSWERS = {
  chat_not_among_yours: says('setup-not-among-yours'),
  chat_sold_already: says('setup-sold-already'),
  basic_group: says('setup-basic-group'),
  group_not_posted: says('setup-group-not-posted'),
  private_chat_inhabited: says('setup-private-inhabited'),
  private_chat_changed: says('setup-private-changed'),
  public_chat_changed: says('setup-public-changed'),
  public_chat_dropped: says('setup-public-dropped'),
  bot_not_administrator: (answer: AnswerOf<'bot_not_administrator'>, wording: Wording) =>
    wording.text('setup-bot-not-administrator', { kind: answer.kind ?? 'unknown', ...titled(answer) }),
  user_not_administrator: (answer: AnswerOf<'user_not_administrator'>, wording: Wording) =>
    wording.text('setup-user-not-administrator', titled(answer)),
  own_rights_missing: (answer: AnswerOf<'own_rights_missing'>, wording: Wording) =>
    wording.text('setup-own-rights-missing', {
      rights: rightsInWords(answer.rights, wording),
      ...titled(answer),
    }),
  chat_is_public: (answer: AnswerOf<'chat_is_public'>, wording: Wording) =>
    wording.text('setup-chat-is-public', {
      name: `@${answer.username}`,
      kind: answer.kind ?? 'channel',
      ...titled(answer),
    }),
  rights_missing: (answer: AnswerOf<'rights_missing'>, wording: Wording) =>
    wording.text('setup-rights-missing', {
      kind: answer.kind ?? 'channel',
      rights: rightsInWords(answer.rights, wording),
      ...titled(answer),
    }),
};
