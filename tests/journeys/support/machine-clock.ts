import { setTimeout as pause } from 'node:timers/promises';

const BEAT_MS = 10;

/** Real time as this machine can count it: where processes wait for a core, this clock waits with them. */
export interface MachineClock {
  /** Milliseconds since it was started. Never more than have really passed. */
  now(): number;
  stop(): void;
}

/** For what has to happen within a real time, on whatever machine: each beat begins when the last one has ended. */
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
