import { setTimeout as pause } from 'node:timers/promises';

const BEAT_MS = 10;

/** Real time as this process gets to count it: where processes wait for a core, this clock waits as well. */
export interface MachineClock {
  /** Milliseconds since it was started, at most as many as really passed. */
  now(): number;
  stop(): void;
}

/** For limits in real time that must hold on a slow machine: each beat starts after the last one ended. */
export function startMachineClock(): MachineClock {
  let beats = 0;
  let isOn = true;
  void (async () => {
    while (isOn) {
      await pause(BEAT_MS);
      beats += 1;
    }
  })();
  return {
    now: () => beats * BEAT_MS,
    stop: () => {
      isOn = false;
    },
  };
}
