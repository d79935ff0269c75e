import { byId, setText } from './dom.js';
import { LAST_STEP, nextStep } from './guide-steps.js';

const isShown = (node) => node?.checkVisibility({ visibilityProperty: true }) === true;

/**
 * Guides a visitor to a first sale: says what to press next, and highlights it. Returns a function to call when the payment
 * page, described by `invoice`, changes.
 */
export function runGuide(phone, invoice) {
  const root = byId('guide');
  let highlighted;
  const highlight = (target) => {
    if (target === highlighted) return;
    highlighted?.classList.remove('next');
    target?.classList.add('next');
    highlighted = target;
  };
  const draw = () => {
    if (!phone.state || root.dataset.step === 'off') return;
    const isSheetOpen = phone.parts.sheet.root.open && !phone.parts.sheet.join.hidden;
    const step = nextStep({ ...phone, isSheetOpen }, invoice());
    root.hidden = step === undefined;
    if (!step) return;
    const { target, words = step.words } = pressable(step, phone);
    root.dataset.step = String(step.step);
    setText(byId('guide-step'), step.step > LAST_STEP ? '✓' : `${step.step} of ${LAST_STEP}`);
    setText(byId('guide-words'), words);
    highlight(target);
  };
  byId('guide-hide').addEventListener('click', () => {
    root.hidden = true;
    root.dataset.step = 'off';
    // The button goes, so the focus moves on to what it was about.
    (isShown(highlighted) ? highlighted : phone.parts.messages).focus({ preventScroll: true });
    highlight(undefined);
  });
  // The phone says nothing about its dialogs and tabs, so look at what it draws.
  new MutationObserver(draw).observe(phone.parts.root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['open', 'hidden', 'aria-selected'],
  });
  return draw;
}

/** What can be pressed now: the target, or else what shows it, with its own words. The payment page highlights its own. */
function pressable({ view, tab, press }, phone) {
  if (view === undefined) return {};
  const { root, list, start, sheet } = phone.parts;
  if (!isShown(view === 'payment' ? byId('invoice-frame') : root)) {
    const target = document.querySelector(`[data-show=${view}]`);
    return { target, words: `Open “${target.textContent.trim()}”, above.` };
  }
  if (press === undefined) return {};
  if (tab !== undefined && phone.tab !== tab)
    return {
      target: root.querySelector(`[data-testid=chat-tab-${tab}]`),
      words: `Open the chat of the ${tab}.`,
    };
  const keys = [...list.querySelectorAll('.key')];
  const named = { start, join: sheet.join }[press];
  return { target: named ?? keys.findLast(({ telegram }) => isSame(telegram.button, press)) };
}

const isSame = (one, other) =>
  one.text === other.text && one.url === other.url && one.callback_data === other.callback_data;
