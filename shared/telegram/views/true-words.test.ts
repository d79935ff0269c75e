import { CATALOGS } from '../../../tests/support/catalogs';
import type { Language } from '../../domain/common/language';
import { OWNER_ACTIONS, leastRoleFor, type OwnerActionName } from '../../domain/owner/owner-actions';
import { RULING_ROLE } from '../../domain/common/roles';
import type { WordingKey } from '../catalog';

/** The source of an entry in each language, without its key. */
const sourceOf = (language: Language, key: WordingKey): string => {
  const text = CATALOGS.find((each) => each.language === language && key.startsWith(`${each.room}-`))?.text;
  return text?.match(new RegExp(`^${key} =(.*(?:\n[ }].*)*)`, 'm'))?.[1] ?? '';
};

/** The bot announces a message of its own. */
const I_WRITE: Readonly<Record<Language, RegExp>> = {
  en: /\bI(?:'ll)? (?:write|message|send)/,
  ru: /пишу|пришлю/,
  es: /escrib|envi/,
  'pt-br': /[Aa]viso|[Ee]nvi/,
  de: /melde|schick/,
  fa: /می‌دهم|می‌فرستم/,
};
const REMOVALS_ARE_ON: Readonly<Record<Language, string>> = {
  en: 'If removals are on',
  ru: 'Если удаление включено',
  es: 'Si las eliminaciones están activadas',
  'pt-br': 'Se as remoções estiverem ativadas',
  de: 'Ist das Auto-Entfernen an',
  fa: 'اگر حذف خودکار روشن باشد',
};

const AN_HOUR: Readonly<Record<Language, RegExp>> = {
  en: /an hour/,
  ru: /часа/,
  es: /una hora/,
  'pt-br': /uma hora/,
  de: /einer Stunde/,
  fa: /یک ساعت/,
};

/** What the owner can do about money, and need not. */
const OWNER_CAN: Readonly<Record<Language, RegExp>> = {
  en: /\bcan\b/,
  ru: /может/,
  es: /puede/,
  'pt-br': /pode/,
  de: /kann/,
  fa: /می‌تواند/,
};

const MANAGER: Readonly<Record<Language, RegExp>> = {
  en: /manager/,
  ru: /менеджер/,
  es: /gestor/,
  'pt-br': /gerente/,
  de: /Manager/,
  fa: /گردانندگان/,
};

const LANGUAGE_NAMES = Object.keys(I_WRITE) as Language[];

describe.each(LANGUAGE_NAMES)('%s', (language) => {
  it.each([
    'donations-confirmed',
    'payments-invoice-donation-how',
    'payments-no-invoice-delayed',
    'payments-pending',
    'help-payment',
  ] as const)('promises no new message where one is edited: %s', (key) => {
    expect(sourceOf(language, key)).not.toBe('');
    expect(sourceOf(language, key)).not.toMatch(I_WRITE[language]);
  });

  it.each(['support-means', 'support-done'] as const)(
    'says that ended access removes only while removals are on: %s',
    (key) => {
      const revoked = sourceOf(language, key).match(/\[revoke\](.*)/)?.[1];
      expect(revoked).toContain(REMOVALS_ARE_ON[language]);
    },
  );

  it.each(['payments-news-seen', 'help-payment'] as const)(
    'says that a payment takes up to an hour to be confirmed: %s',
    (key) => {
      expect(sourceOf(language, key)).toMatch(AN_HOUR[language]);
    },
  );

  it.each(['payments-news-not-lost', 'payments-news-unsure'] as const)(
    'promises nothing for the owner: %s',
    (key) => {
      expect(sourceOf(language, key)).toMatch(OWNER_CAN[language]);
    },
  );

  it.each(['payments-only-owner-decides', 'cases-manager-decides'] as const)(
    'names managers among those who decide about payments: %s',
    (key) => {
      expect(RULING_ROLE).toBe('manager');
      expect(sourceOf(language, key)).toMatch(MANAGER[language]);
    },
  );
});

/** What the team page says about each action that takes an owner. */
const NOT_FOR_MANAGERS: Partial<Record<OwnerActionName, string>> = {
  listed: 'list this one in /start',
  chat: 'choose the channels',
  'set-private': 'choose the channels',
  'set-public': 'choose the channels',
  'add-place': 'choose the channels and groups',
  'set-extra': 'choose the channels and groups',
  'open-place': 'choose the channels and groups',
  'drop-place': 'choose the channels and groups',
  'close-place': 'choose the channels and groups',
  team: 'change the team',
  person: 'change the team',
  invite: 'change the team',
  role: 'change the team',
  dismiss: 'change the team',
  transfer: 'change the team',
  'transfer-now': 'change the team',
};

it('tells the team what managers may not do', () => {
  const actions = Object.keys(OWNER_ACTIONS) as OwnerActionName[];
  const ofOwners = actions.filter((action) => leastRoleFor(action) === 'owner');
  expect(Object.keys(NOT_FOR_MANAGERS).sort()).toEqual(ofOwners.sort());
  for (const words of Object.values(NOT_FOR_MANAGERS)) expect(sourceOf('en', 'team-roles')).toContain(words);
});

it('says of an order without an invoice, and of one that expired, the same everywhere', () => {
  const variant = (key: WordingKey, name: string) =>
    sourceOf('en', key).match(new RegExp(`\\[${name}\\] (.*)`))?.[1];
  const refused = variant('orders-state', 'refused');
  expect(refused).toBeDefined();
  expect(variant('talks-order-line', 'refused')).toBe(refused);
  expect(sourceOf('en', 'lists-refused')).toBe(` ✖️ ${String(refused)}`);
  expect(variant('talks-order-line', 'expired')).toBe(sourceOf('en', 'orders-expired').trim());
  expect(sourceOf('en', 'lists-story-decided-nobody')).toBe(
    sourceOf('en', 'orders-story-decided-by-default'),
  );
});
