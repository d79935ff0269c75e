import { MAX_RESPELLED_BYTES } from '../shared/nowpayments/ipn-signature';

const LARGEST = 64 * 1024;

/** A body of exactly so many bytes: a beginning, a part that is repeated, and an end. */
function filled(bytes: number, head: string, partAt: (index: number) => string, tail: string): string {
  let body = head;
  for (let index = 0; ; index += 1) {
    const part = partAt(index);
    if (body.length + part.length + tail.length > bytes) return (body + tail).padEnd(bytes, ' ');
    body += part;
  }
}

const SHAPES: Readonly<Record<string, (bytes: number) => string>> = {
  'many keys': (bytes) =>
    filled(bytes, '{"k":0', (index) => `,"${((index * 7919) % 8192).toString(36)}":1`, '}'),
  'many arrays': (bytes) => filled(bytes, '{"a":[0', () => ',[[[[]]]]', ']}'),
  'many objects': (bytes) => filled(bytes, '{"a":[0', () => ',{"b":{}}', ']}'),
  'many numbers': (bytes) => filled(bytes, '{"a":[0', () => ',1.0', ']}'),
  'one long text': (bytes) => filled(bytes, '{"a":"', () => '\\"', '"}'),
  'deep nesting': (bytes) => filled(bytes, '{"a":', () => '[', ''),
};

/** A body that a stranger may send to the IPN endpoint. */
interface StrangeBody {
  readonly name: string;
  readonly body: string;
}

/** Each shape in the largest size that the endpoint takes, and in the largest whose other spellings are tried. */
export const STRANGE_BODIES: readonly StrangeBody[] = Object.entries(SHAPES).flatMap(([name, bodyOf]) =>
  [MAX_RESPELLED_BYTES, LARGEST].map((bytes) => ({
    name: `${name}, ${bytes / 1024} KiB`,
    body: bodyOf(bytes),
  })),
);
