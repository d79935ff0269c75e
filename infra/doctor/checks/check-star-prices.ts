import { listStarOffers, withoutChannel, type StarOffer } from '../../../shared/database/stars/star-offers';
import { takesStars, type AllowedOwners } from '../../../shared/domain/owner/allowed-owners';
import type { Check } from '../check';
import { warning, type Finding } from '../finding';

/** More are only counted. */
const MOST_NAMED = 5;

const named = (all: readonly (string | number)[]): string =>
  all.length <= MOST_NAMED
    ? all.join(', ')
    : `${all.slice(0, MOST_NAMED).join(', ')} and ${all.length - MOST_NAMED} more`;

interface Prices {
  readonly starsFor: AllowedOwners;
  /** The channels that have prices in Stars. */
  readonly offers: readonly StarOffer[];
  /** The users that `STARS_FOR` names and that own no channel. */
  readonly withoutChannel: readonly number[];
}

/** Finds prices that nobody can pay, and users that are named without effect. Pure. */
export function judgeStarPrices({ starsFor, offers, withoutChannel: idle }: Prices): Finding[] {
  const off = offers.filter(({ ownerUserId }) => !takesStars(starsFor, ownerUserId));
  return [
    ...(off.length === 0
      ? []
      : [
          warning('stars.off', {
            problem: `These channels have prices in Stars that nobody can pay, because STARS_FOR doesn't name their owners: ${named(
              off.map(({ title, ownerUserId }) => `${title} (owner ${ownerUserId})`),
            )}.`,
            remedy: 'Name the owners in STARS_FOR, or ask them to remove the prices.',
          }),
        ]),
    ...(idle.length === 0
      ? []
      : [
          warning('stars.without_channel', {
            problem: `STARS_FOR names users that own no channel: ${named(idle)}.`,
            remedy:
              'Check their Telegram user ids: npm run channels -- list shows the owner of each channel. They may also set one up later.',
          }),
        ]),
  ];
}

const count = (many: number, name: string) => `${many} ${name}${many === 1 ? '' : 's'}`;

export const starPricesCheck: Check = {
  name: 'Prices in Stars',
  needs: ['Schema'],
  look: async ({ config, database }) => {
    const starsFor = config.STARS_FOR ?? { isEveryone: false, named: [] };
    const [offers, idle] = await Promise.all([
      listStarOffers(database()),
      withoutChannel(database(), starsFor.named),
    ]);
    if (offers.length === 0 && !starsFor.isEveryone && starsFor.named.length === 0)
      return { absent: 'STARS_FOR is not set' };
    const paid = offers.filter(({ ownerUserId }) => takesStars(starsFor, ownerUserId));
    return {
      findings: judgeStarPrices({ starsFor, offers, withoutChannel: idle }),
      note: `${count(paid.length, 'channel')} can be paid in Stars`,
    };
  },
};
