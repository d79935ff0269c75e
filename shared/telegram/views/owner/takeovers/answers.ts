import { says } from '../../wording';

export const TAKEOVER_ANSWERS = {
  list_gone: says('takeover-gone'),
  list_changed: says('takeover-changed'),
  list_dropped: says('takeover-dropped'),
  not_an_end: says('takeover-not-an-end'),
};
