import { canonical, signature } from './sign';

const BODY =
  '{"actually_paid":0,"actually_paid_at_fiat":0,"fee":{"currency":"eth","depositFee":0,"serviceFee":0,"withdrawalFee":0},"invoice_id":6070266182,"order_description":"DESCRIPTION | ItemName x1 (+1 more)","order_id":"SAMPLE","outcome_amount":0.001408,"outcome_currency":"eth","parent_payment_id":null,"pay_address":"MEEim9nyiAWcDbMAqVZj6tE5xktqbSDrCJ","pay_amount":0.05716941,"pay_currency":"ltc","payin_extra_id":null,"payment_extra_ids":null,"payment_id":4492847470,"payment_status":"finished","price_amount":3.21,"price_currency":"usd","purchase_id":"6105448077","updated_at":1774390831880}';
const SIGNATURE =
  '36b6eb29bbecf448ee3f6c9fdf3f9b6c3db5cfa9a90adca637c5521ded5df55583d550101eb76264d3a62f7916b25771bc990f49e8273e7e823e3a5168f8d295';

it('signs a known body with its known signature', () => {
  expect(signature(BODY, 'np-test-secret')).toBe(SIGNATURE);
});

it('trims the secret, because a pasted one may end with a newline', () => {
  expect(signature(BODY, ' np-test-secret\n')).toBe(SIGNATURE);
});

it('leaves a canonical body unchanged', () => {
  expect(canonical(JSON.parse(BODY))).toBe(BODY);
});

it('sorts keys at every level but keeps the order of arrays', () => {
  expect(canonical({ b: [{ z: 1, a: 2 }, 'x'], a: { d: null, c: 'é/' } })).toBe(
    '{"a":{"c":"é/","d":null},"b":[{"a":2,"z":1},"x"]}',
  );
});
