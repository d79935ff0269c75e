import type { WordingKey } from '../../shared/telegram/catalog';
import type { Html } from '../../shared/telegram/views/html';
import { Wording } from '../../shared/telegram/views/wording';

/** A message that was said: its key, what it became, and whether with markup. */
interface Said {
  readonly key: WordingKey;
  readonly text: string;
  readonly isPlain: boolean;
}

/** Everything that is said while `speak` runs. */
export function saidWhile(speak: () => void): readonly Said[] {
  const { prototype } = Wording;
  const plain = jest.spyOn(prototype, 'text');
  const marked = jest.spyOn(prototype, 'html');
  speak();
  const said = [
    ...plain.mock.calls.map(([key], at) => ({
      key,
      text: String(plain.mock.results[at]?.value),
      isPlain: true,
    })),
    ...marked.mock.calls.map(([key], at) => ({
      key,
      text: (marked.mock.results[at]?.value as Html).text,
      isPlain: false,
    })),
  ];
  plain.mockRestore();
  marked.mockRestore();
  return said;
}
