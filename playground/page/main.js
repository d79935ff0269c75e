import { runClock, runFaults } from './controls.js';
import { byId } from './dom.js';
import { runGuide } from './guide.js';
import { createBrowser } from './invoice.js';
import { runLanguage } from './language.js';
import { runMoments } from './moments.js';
import { Phone } from './phone/phone.js';
import { runTelegramSide } from './stars/telegram-side.js';
import { runStartOver } from './start-over.js';
import { createStory } from './story.js';
import { connectTelegram } from './telegram.js';
import { followTimeline } from './timeline.js';

const phones = [];
let guide = () => undefined;
const views = [...document.querySelectorAll('[data-show]')];

/** Shows a column on a small screen, which has room for one at a time. */
function show(name) {
  document.body.dataset.view = name;
  for (const button of views) {
    button.setAttribute('aria-pressed', String(button.dataset.show === name));
    if (button.dataset.show === name) button.classList.remove('news');
  }
  // Scroll now, because a hidden phone could not.
  for (const phone of phones) phone.toEnd();
  guide();
}

const markNews = (name) => () => {
  if (document.body.dataset.view === name) return;
  views.find(({ dataset }) => dataset.show === name).classList.add('news');
};

function startPhones(config) {
  const browser = createBrowser({ origin: config.nowpaymentsUrl, show, onChange: () => guide() });
  const tooMany = byId('too-many-chats');
  const showHolder = () => {
    const [{ state, userId }] = phones;
    tooMany.checked = state.users.find(({ id }) => id === userId)?.is_in_too_many_chats === true;
  };
  let showFaults = () => undefined;
  let showLanguage = () => undefined;
  let showStars = () => undefined;
  const telegram = connectTelegram(config.telegramUrl, {
    onState: (state) => {
      byId('offline').hidden = true;
      for (const phone of phones) phone.update(state);
      showHolder();
      showFaults(state);
      showLanguage(state);
      showStars(state);
    },
    onLost,
  });
  const { dana, bob, olga, nora } = config.cast;
  const common = { telegram, openInvoice: browser.open };
  const buyer = {
    ...common,
    label: 'the buyer’s phone',
    userId: dana.id,
    tab: 'channel',
    onNews: markNews('donor'),
  };
  const owner = {
    ...common,
    label: 'the owner’s phone',
    userId: olga.id,
    tab: 'bot',
    onNews: markNews('owner'),
  };
  phones.push(new Phone(byId('phone-donor'), buyer), new Phone(byId('phone-owner'), owner));
  for (const radio of document.querySelectorAll('[name=holder], [name=seller]')) {
    const phone = phones[radio.name === 'holder' ? 0 : 1];
    radio.addEventListener('change', () => {
      phone.handTo({ dana, bob, olga, nora }[radio.value].id);
      showHolder();
    });
  }
  tooMany.addEventListener('change', () =>
    phones[0].act('setChatsElsewhere', { count: tooMany.checked ? null : 0 }),
  );
  guide = runGuide(phones[0], browser.describe);
  showFaults = runFaults({ telegram, config });
  showStars = runTelegramSide(telegram);
  showLanguage = runLanguage({ languages: config.languages, telegram, phones });
}

function onLost() {
  byId('offline').hidden = false;
}

/** Replaces the phones with a note, because people use their own phones with the real Telegram. */
function showRealTelegram(config) {
  for (const id of ['phone-donor', 'phone-owner']) {
    byId(id).className = 'real';
    byId(id).textContent = `This playground uses the real Telegram. Message @${config.botUsername} there.`;
  }
  runFaults({ telegram: undefined, config });
}

const config = await (await fetch('/config')).json();
for (const button of views) button.addEventListener('click', () => show(button.dataset.show));
if (config.telegramUrl) startPhones(config);
else showRealTelegram(config);
runStartOver(config);
runMoments();
followTimeline({ onNews: createStory(), onLost });
await runClock();
