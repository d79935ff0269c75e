import { aheadOfTimeMs, nowMs, onTick, setAhead } from './clock.js';
import { byId, setText } from './dom.js';

async function post(path, body = {}) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** Marks the button as busy while `action` runs. Shows what goes wrong in `problem`. */
function whenPressed(button, action, problem = byId('faults-active')) {
  button.addEventListener('click', async () => {
    button.setAttribute('aria-busy', 'true');
    try {
      await action();
    } catch (error) {
      setText(problem, error.message);
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
}

/** Shows the database's clock and moves it. */
export async function runClock() {
  const show = () => {
    const now = new Date(nowMs());
    const aheadMs = aheadOfTimeMs();
    byId('clock-now').dateTime = now.toISOString();
    setText(
      byId('clock-now'),
      now.toLocaleString([], {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hour12: false,
      }),
    );
    byId('clock-ahead').hidden = aheadMs < 1000;
    setText(byId('clock-ahead'), `${describe(aheadMs)} ahead`);
  };
  onTick(show);
  for (const button of byId('clock-buttons').children) {
    const { interval, to } = button.dataset;
    const move = async () => {
      const answer = await post('/clock', to ? { to } : { interval });
      setText(byId('clock-problem'), answer.problem ?? '');
      setAhead(answer.aheadMs);
    };
    whenPressed(button, move, byId('clock-problem'));
  }
  const { aheadMs } = await (await fetch('/clock')).json();
  setAhead(aheadMs);
}

function describe(ms) {
  const minutes = Math.round(ms / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

const TELEGRAM_FAULTS = {
  500: { kind: 'error', status: 500 },
  429: { kind: 'error', status: 429, retryAfter: 3 },
  timeout: { kind: 'timeout' },
  // The ambiguous case: Telegram performs the call, but the bot gets no answer.
  lost: { kind: 'timeout', afterPerforming: true },
};

/** Runs the buttons that break things and repair them. Returns a function that takes Telegram's new state. */
export function runFaults({ telegram, config }) {
  const nowpayments = (fault) => post(`${config.nowpaymentsUrl}/sim/faults`, fault);
  for (const button of byId('fault-buttons').children) {
    const fault = TELEGRAM_FAULTS[button.dataset.fault];
    whenPressed(button, () => telegram.fault({ ...fault, times: Number(byId('fault-times').value) || 1 }));
    button.disabled = !telegram;
  }
  whenPressed(byId('fault-nowpayments'), async () => {
    await nowpayments({ kind: 'error', status: 503 });
    setIsDown(true);
  });
  whenPressed(byId('fault-database'), () => post('/faults/database-restart'));
  whenPressed(byId('faults-clear'), async () => {
    await Promise.all([
      telegram?.fault({ clear: true }),
      config.nowpaymentsUrl && nowpayments({ clear: true }),
    ]);
    setIsDown(false);
  });
  byId('fault-nowpayments').disabled = !config.nowpaymentsUrl;
  byId('fault-database').disabled = !config.canRestartDatabase;
  let isDown = false;
  let telegramState = { faults: [], pending: 0 };
  const setIsDown = (value) => {
    isDown = value;
    showFaults();
  };
  const showFaults = () => setText(byId('faults-active'), sentenceOf(telegramState, isDown));
  return (state) => {
    telegramState = state;
    showFaults();
  };
}

const FAULT_NAMES = { error: 'fail', timeout: 'get no answer', drop: 'lose their connection' };

function sentenceOf({ faults, pending }, isDown) {
  const broken = faults.map(({ kind, times, afterPerforming }) => {
    const end = afterPerforming ? 'be performed but get no answer' : FAULT_NAMES[kind];
    return `The next ${times ?? 'many'} calls to Telegram will ${end}.`;
  });
  if (isDown) broken.push('NOWPayments is down.');
  if (pending > 3) broken.push(`Telegram has ${pending} updates waiting for the bot.`);
  return broken.join(' ');
}
