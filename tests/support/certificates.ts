import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** DER: a tag, the length and the contents (X.690). */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const long = body.length < 256 ? [0x81] : [0x82, body.length >> 8];
  const length = body.length < 128 ? [body.length] : [...long, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const SEQUENCE = 0x30;
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
/** `ecdsa-with-SHA256` */
const ALGORITHM = der(SEQUENCE, oid('2a8648ce3d040302'));
const TRUE = der(0x01, Buffer.from([0xff]));
/** `basicConstraints`, critical: a certificate authority */
const IS_AUTHORITY = der(
  0xa3,
  der(SEQUENCE, der(SEQUENCE, oid('551d13'), TRUE, der(0x04, der(SEQUENCE, TRUE)))),
);

const named = (commonName: string) =>
  der(SEQUENCE, der(0x31, der(SEQUENCE, oid('550403'), der(0x0c, Buffer.from(commonName)))));

const instant = (at: Date) => {
  const digits = at.toISOString().replace(/\.\d+|[-:T]/g, '');
  return der(0x18, Buffer.from(digits));
};

const pem = (label: string, body: Buffer) =>
  `-----BEGIN ${label}-----\n${body.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;

interface Issued {
  readonly commonName: string;
  readonly publicKey: KeyObject;
  readonly notAfter?: Date;
}

/** A certificate authority for tests. Node.js can read certificates but makes none. */
export class Authority {
  readonly certificate: string;
  readonly #name: string;
  readonly #privateKey: KeyObject;

  constructor(name: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#name = name;
    this.#privateKey = privateKey;
    this.certificate = this.#issue({ commonName: name, publicKey }, [IS_AUTHORITY]);
  }

  /** Valid since two hours ago, for one more hour unless `notAfter` says otherwise. In PEM. */
  issue(what: Issued): string {
    return this.#issue(what, []);
  }

  /** A new key with its certificate, for `tls.createServer`. */
  identify(commonName: string): { readonly key: string; readonly cert: string } {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    return { key, cert: this.issue({ commonName, publicKey }) };
  }

  #issue({ commonName, publicKey, notAfter }: Issued, extensions: readonly Buffer[]): string {
    const hour = 3_600_000;
    const until = notAfter ?? new Date(Date.now() + hour);
    const body = der(
      SEQUENCE,
      der(0xa0, der(0x02, Buffer.from([2]))), // version 3
      der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
      ALGORITHM,
      named(this.#name),
      der(SEQUENCE, instant(new Date(Date.now() - 2 * hour)), instant(until)),
      named(commonName),
      publicKey.export({ type: 'spki', format: 'der' }),
      ...extensions,
    );
    const signature = sign('sha256', body, this.#privateKey);
    const bits = der(0x03, Buffer.concat([Buffer.from([0]), signature]));
    return pem('CERTIFICATE', der(SEQUENCE, body, ALGORITHM, bits));
  }
}
