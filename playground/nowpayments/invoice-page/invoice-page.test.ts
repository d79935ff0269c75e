import { startNowpaymentsSimulator, type NowpaymentsSimulator } from '../index';
import { createInvoice, options } from '../../../tests/support/nowpayments-simulator';

let simulator: NowpaymentsSimulator;

beforeAll(async () => {
  simulator = await startNowpaymentsSimulator(options);
});
afterAll(() => simulator.close());

const open = async (overrides: object) => {
  const id = await createInvoice(simulator, overrides);
  const response = await fetch(simulator.invoices().find((one) => one.id === id)!.invoiceUrl);
  return { response, html: await response.text() };
};

const coinButton = (html: string, code: string) =>
  new RegExp(`<button[^>]*"coin-${code}"[^>]*>`).exec(html)![0];

it('offers every coin that can pay the price, and explains the others', async () => {
  const { html } = await open({ price_amount: 12 });
  expect(coinButton(html, 'usdttrc20')).not.toContain('disabled');
  expect(coinButton(html, 'btc')).toContain('disabled');
  expect(html).toContain('The price is below the minimum: 0.00020806 BTC, $12.90');
});

it('offers only the coin that the invoice names', async () => {
  const { html } = await open({ pay_currency: 'ltc' });
  expect(html).toContain('coin-ltc');
  expect(html).not.toContain('coin-btc');
});

it('shows the shop’s texts as text, never as markup', async () => {
  const { html } = await open({ order_description: '<img src=x onerror=alert(1)>', order_id: '"><b>' });
  expect(html).toContain('&lt;img src=x');
  expect(html).not.toContain('<img src=x');
  expect(html).not.toContain('"><b>');
});

it('links back to the shop but never to a script', async () => {
  const { html } = await open({ success_url: 'https://t.me/bot', cancel_url: 'javascript:alert(1)' });
  expect(html).toContain('href="https://t.me/bot"');
  expect(html).not.toContain('javascript:alert');
});

it('has buttons for what the payer, the network and the merchant can do', async () => {
  const { html } = await open({});
  const ids = [...html.matchAll(/data-testid="(pay-[a-z-]+)" data-play="([^"]*)"/g)];
  expect(ids.map(([, id]) => id)).toEqual(
    expect.arrayContaining(['pay-exact', 'pay-half', 'pay-rest', 'pay-wrong-coin-finished', 'pay-accept']),
  );
  for (const [, , play = ''] of ids)
    expect(JSON.parse(play.replaceAll('&quot;', '"'))).toEqual(expect.any(Object));
});

it('allows framing but no content from elsewhere', async () => {
  const { response } = await open({});
  expect(response.headers.get('x-frame-options')).toBeNull();
  expect(response.headers.get('content-security-policy')).toBe("default-src 'self'; img-src data:");
});

it('says that an invoice is unknown', async () => {
  const response = await fetch(simulator.url.replace('/v1', '/payment/?iid=1'));
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('This invoice is unknown');
});

test.each(['invoice.js', 'invoice.css'])('serves %s', async (name) => {
  expect((await fetch(simulator.url.replace('/v1', `/payment/${name}`))).status).toBe(200);
});
