import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { isIpnAuthentic, MAX_RESPELLED_BYTES, signIpn } from './ipn-signature';

const SECRET = 'np-test-secret';
/** A captured sandbox body, already in the order in which it was signed. */
const BODY =
  '{"actually_paid":0,"actually_paid_at_fiat":0,"fee":{"currency":"eth","depositFee":0,"serviceFee":0,"withdrawalFee":0},"invoice_id":6070266182,"order_description":"DESCRIPTION | ItemName x1 (+1 more)","order_id":"SAMPLE","outcome_amount":0.001408,"outcome_currency":"eth","parent_payment_id":null,"pay_address":"MEEim9nyiAWcDbMAqVZj6tE5xktqbSDrCJ","pay_amount":0.05716941,"pay_currency":"ltc","payin_extra_id":null,"payment_extra_ids":null,"payment_id":4492847470,"payment_status":"finished","price_amount":3.21,"price_currency":"usd","purchase_id":"6105448077","updated_at":1774390831880}';
const SIGNATURE =
  '36b6eb29bbecf448ee3f6c9fdf3f9b6c3db5cfa9a90adca637c5521ded5df55583d550101eb76264d3a62f7916b25771bc990f49e8273e7e823e3a5168f8d295';

const accepts = (body: string | Buffer, signature: string, secret = SECRET): boolean =>
  isIpnAuthentic(Buffer.from(body), signature, secret);

/** The algorithm of the official SDK, written independently of the code under test. */
function sortObjectDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortObjectDeep);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortObjectDeep(item)]));
}

/** The sample of the documentation, unchanged. */
function sortObject(object: Record<string, unknown>): Record<string, unknown> {
  return Object.keys(object)
    .sort()
    .reduce<Record<string, unknown>>((result, key) => {
      const item = object[key];
      result[key] = item && typeof item === 'object' ? sortObject(item as Record<string, unknown>) : item;
      return result;
    }, {});
}

const signedDeep = (body: unknown): string => signIpn(JSON.stringify(sortObjectDeep(body)), SECRET);

describe('an IPN signature', () => {
  it('equals the one that NOWPayments makes', () => {
    expect(signIpn(BODY, SECRET)).toBe(SIGNATURE);
    expect(accepts(BODY, SIGNATURE)).toBe(true);
  });

  it('is accepted in upper case, with spaces, and with a line end in the secret', () => {
    expect(accepts(BODY, ` ${SIGNATURE.toUpperCase()} `)).toBe(true);
    expect(accepts(BODY, SIGNATURE, `${SECRET}\n`)).toBe(true);
    expect(signIpn(BODY, ` ${SECRET}\n`)).toBe(SIGNATURE);
  });

  it('is refused if made by the one-liner of the docs, which signs an empty fee', () => {
    const body = JSON.parse(BODY) as Record<string, unknown>;
    const message = JSON.stringify(body, Object.keys(body).sort());
    const signature = createHmac('sha512', SECRET).update(message).digest('hex');
    expect(signature).toMatch(/^ea43afaeac130e43/);
    expect(accepts(BODY, signature)).toBe(false);
  });

  test.each([
    ['a changed amount', BODY.replace('3.21', '3.22'), SIGNATURE],
    ['a later status', BODY.replace('finished', 'refunded'), SIGNATURE],
    ['a changed fee', BODY.replace('"depositFee":0', '"depositFee":1'), SIGNATURE],
    ['a number made a string', BODY.replace('4492847470', '"4492847470"'), SIGNATURE],
    ['another key', BODY.replace('}', ',"x":1}'), SIGNATURE],
    ['a key __proto__', `${BODY.slice(0, -1)},"__proto__":{"payment_status":"waiting"}}`, SIGNATURE],
    ['a key removed', BODY.replace('"payin_extra_id":null,', ''), SIGNATURE],
    [
      'an earlier duplicate, which no parser prefers',
      BODY.replace('"price_amount":3.21', '"price_amount":3.21,"price_amount":9'),
      SIGNATURE,
    ],
    ['no signature', BODY, ''],
    ['half a signature', BODY, SIGNATURE.slice(0, 64)],
    ['a digit short', BODY, SIGNATURE.slice(0, -1)],
    ['a digit long', BODY, `${SIGNATURE}0`],
    ['a character that isn’t a digit', BODY, `g${SIGNATURE.slice(1)}`],
    ['two signatures', BODY, `${SIGNATURE}, ${SIGNATURE}`],
    ['SHA-256', BODY, createHmac('sha256', SECRET).update(BODY).digest('hex')],
    ['another secret', BODY, signIpn(BODY, 'np-test-secret2')],
  ])('is refused with %s', (_, body, signature) => expect(accepts(body, signature)).toBe(false));

  test.each(['', ' ', '\n\t'])('cannot be checked or made with the blank secret %j', (secret) => {
    expect(() => accepts(BODY, SIGNATURE, secret)).toThrow('empty');
    expect(() => accepts('junk', 'junk', secret)).toThrow('empty');
    expect(() => signIpn(BODY, secret)).toThrow('empty');
  });
});

describe('a body that is signed sorted and sent differently', () => {
  const unsorted = {
    payment_status: 'waiting',
    fee: { withdrawalFee: 1, currency: 'ltc' },
    payment_id: 1,
    a: [{ z: 1, b: 2 }],
  };

  it('is accepted with unsorted keys and white space', () => {
    expect(accepts(JSON.stringify(unsorted), signedDeep(unsorted))).toBe(true);
    expect(accepts(JSON.stringify(unsorted, null, 2), signedDeep(unsorted))).toBe(true);
  });

  it('is accepted as the documented sample signs it, with arrays as objects', () => {
    const signature = signIpn(JSON.stringify(sortObject(unsorted)), SECRET);
    expect(signature).not.toBe(signedDeep(unsorted));
    expect(accepts(JSON.stringify(unsorted), signature)).toBe(true);
  });

  test.each([
    ['1.0 for 1', '{"b":1.0,"a":26.0}', '{"a":26,"b":1}'],
    ['8.3e-05 for 0.000083', '{"b":8.3e-05,"a":0}', '{"a":0,"b":0.000083}'],
    ['1E-7 for 1e-7', '{"b":1E-7,"a":0}', '{"a":0,"b":1e-7}'],
    ['an escaped é for é', '{"b":"\\u00e9","a":"\\/"}', '{"a":"/","b":"é"}'],
    ['integer-like keys out of order', '{"b":1,"10":1,"9":1}', '{"9":1,"10":1,"b":1}'],
    ['duplicate keys, the last of which counts', '{"b":1,"a":1,"a":2}', '{"a":2,"b":1}'],
  ])('is accepted with %s on the wire', (_, wire, signed) =>
    expect(accepts(wire, signIpn(signed, SECRET))).toBe(true),
  );

  test.each([
    [
      '1.0',
      '{"b":{"d":1.0,"c":-0.10},"a":[1E21,{"f":"1.0","e":"n2"}]}',
      '{"a":[1E21,{"e":"n2","f":"1.0"}],"b":{"c":-0.10,"d":1.0}}',
    ],
    ['8.3e-05', '{"b":8.3e-05,"a":"say \\"1\\" or \\\\2"}', '{"a":"say \\"1\\" or \\\\2","b":8.3e-05}'],
    ['literals', '{"b":null,"a":[true,false]}', '{"a":[true,false],"b":null}'],
    ['integer-like keys', '{"b":1,"9":1,"10":1}', '{"10":1,"9":1,"b":1}'],
  ])('is accepted if the signer kept %s unchanged', (_, wire, signed) =>
    expect(accepts(wire, signIpn(signed, SECRET))).toBe(true),
  );

  it('is refused if a number became a string or another number', () => {
    const signature = signIpn('{"a":1.0,"b":2}', SECRET);
    expect(accepts('{"b":2,"a":1.0}', signature)).toBe(true);
    expect(accepts('{"b":2,"a":"1.0"}', signature)).toBe(false);
    expect(accepts('{"b":2,"a":"n1.0"}', signature)).toBe(false);
    expect(accepts('{"b":2,"a":1.1}', signature)).toBe(false);
  });
});

describe('a hostile body', () => {
  const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  test.each<[string, string | Buffer]>([
    ['empty', ''],
    ['not JSON', '{'],
    ['null', 'null'],
    ['an array', '[]'],
    ['a number', '1'],
    ['a string', '"x"'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['an overlong encoding', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])],
    ['led by a byte order mark', '\uFEFF{}'],
  ])('is refused even if signed: %s', (_, body) => {
    const signature = createHmac('sha512', SECRET).update(Buffer.from(body)).digest('hex');
    expect(accepts(body, signature)).toBe(false);
  });

  it('is checked at any depth of nesting', () => {
    expect(accepts(deep(10_000), SIGNATURE)).toBe(false);
    expect(accepts(deep(10_000), signIpn(deep(10_000), SECRET))).toBe(true);
    expect(accepts('['.repeat(60_000), SIGNATURE)).toBe(false);
    expect(accepts(`{"a":"${'\\"'.repeat(500_000)}"}`, SIGNATURE)).toBe(false);
  });

  it('is refused without an exception, whatever its bytes and its signature are', () => {
    const body = fc.oneof(
      fc.string(),
      fc.json(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(fc.property(body, fc.string(), (junk, signature) => !accepts(junk, signature)));
    fc.assert(fc.property(body, (junk) => !accepts(junk, SIGNATURE)));
  });
});

describe('the work that a stranger can cause', () => {
  const SECRETS = [SECRET, 'the previous secret'];
  /** A body of the given size, from a shape that can be repeated. */
  const filled = (bytes: number, [head, unit, tail]: readonly [string, string, string]): string => {
    const units = Math.floor((bytes - head.length - tail.length) / unit.length);
    return (head + unit.repeat(units) + tail).padEnd(bytes, ' ');
  };
  const SHAPES: Readonly<Record<string, readonly [string, string, string]>> = {
    'many keys': ['{"k":0', ',"key":1', '}'],
    'many numbers': ['{"a":[0', ',1.0', ']}'],
    'many arrays': ['{"a":[0', ',[[[]]]', ']}'],
    'many objects': ['{"a":[0', ',{"b":{}}', ']}'],
    'deep nesting': ['{"a":', '[', ''],
    'one long text': ['{"a":"', '\\"', '"}'],
    nothing: ['', ' ', ''],
  };
  /** How often JSON was parsed or written during a check. */
  const workOf = (body: string, signature: string, secrets: readonly string[] = SECRETS): number => {
    const spies = [jest.spyOn(JSON, 'parse'), jest.spyOn(JSON, 'stringify')];
    isIpnAuthentic(Buffer.from(body), signature, secrets);
    const calls = spies.map((spy) => spy.mock.calls.length);
    for (const spy of spies) spy.mockRestore();
    return calls.reduce((sum, count) => sum + count);
  };

  it.each(Object.entries(SHAPES))('never parses a large forged body of %s', (_, shape) => {
    for (const bytes of [MAX_RESPELLED_BYTES + 1, 64 * 1024]) {
      expect(Buffer.byteLength(filled(bytes, shape))).toBe(bytes);
      expect(workOf(filled(bytes, shape), SIGNATURE)).toBe(0);
    }
  });

  it('parses a signed body once, whatever its size', () => {
    const large = filled(64 * 1024, ['{"k":0', ',"key":1', '}']);
    for (const body of [BODY, large])
      for (const secret of SECRETS) expect(workOf(body, signIpn(body, secret))).toBe(1);
  });

  it('spells a small forged body once for all secrets', () => {
    const spelled = workOf(BODY, SIGNATURE.replace(/^./, '0'), [SECRET]);
    expect(spelled).toBeLessThan(100);
    expect(workOf(BODY, SIGNATURE.replace(/^./, '0'), SECRETS)).toBe(spelled);
  });

  it('accepts another spelling of a real body only up to 8 KiB', () => {
    const spaced = (bytes: number) => `${' '.repeat(bytes - BODY.length)}${BODY}`;
    expect(accepts(spaced(MAX_RESPELLED_BYTES), SIGNATURE)).toBe(true);
    expect(accepts(spaced(MAX_RESPELLED_BYTES + 1), SIGNATURE)).toBe(false);
  });

  it('accepts a body that was signed under any of the secrets, in any spelling', () => {
    const wire = '{"b":1.0,"a":[2]}';
    for (const message of [wire, '{"a":[2],"b":1}', '{"a":{"0":2},"b":1}', '{"a":[2],"b":1.0}'])
      for (const secret of SECRETS)
        expect(isIpnAuthentic(Buffer.from(wire), signIpn(message, secret), SECRETS)).toBe(true);
  });
});

describe('any body', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const key = fc.string({ maxLength: 12 }).filter((text) => text !== '__proto__');
  const { object } = fc.letrec<{ object: Record<string, unknown>; value: unknown }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, scalar, fc.array(scalar, { maxLength: 3 }), tie('object')),
    object: fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 8 }),
  }));

  it('verifies with its keys in any order', () => {
    const shuffled = object.chain((body) =>
      fc
        .shuffledSubarray(Object.entries(body), { minLength: Object.keys(body).length })
        .map((entries) => ({ body, wire: Object.fromEntries(entries) })),
    );
    fc.assert(fc.property(shuffled, ({ body, wire }) => accepts(JSON.stringify(wire), signedDeep(body))));
  });

  it('does not verify with a changed value', () => {
    fc.assert(
      fc.property(object, fc.nat(), scalar, (body, index, value) => {
        const keys = Object.keys(body);
        const name = keys[index % keys.length]!;
        fc.pre(JSON.stringify(body[name]) !== JSON.stringify(value));
        expect(accepts(JSON.stringify({ ...body, [name]: value }), signedDeep(body))).toBe(false);
      }),
    );
  });
});
