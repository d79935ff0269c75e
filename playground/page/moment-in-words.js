/** The letters of a format, in their order. https://core.telegram.org/bots/api#date-time-entity-formatting */
const PARTS = {
  w: { weekday: 'long' },
  d: { day: '2-digit', month: '2-digit', year: '2-digit' },
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  t: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  T: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

/** Telegram's apps count years and write digits in the same way in every language. */
const SAME_EVERYWHERE = { calendar: 'gregory', numberingSystem: 'latn' };

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** A moment in the visitor's own clock and the phone's language; `fromMs` is the present of a relative one. */
export function momentInWords({ unix_time: unix, date_time_format: format }, { language, fromMs }) {
  if (format === 'r') return relativeInWords(unix - fromMs / 1000, language);
  const parts = Object.assign({}, ...[...format].map((letter) => PARTS[letter]));
  return new Intl.DateTimeFormat(language, { ...parts, ...SAME_EVERYWHERE }).format(unix * 1000);
}

function relativeInWords(seconds, language) {
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(language, { numberingSystem: 'latn' }).format(
    Math.trunc(seconds / length),
    unit,
  );
}
