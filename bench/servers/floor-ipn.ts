import { http } from '@google-cloud/functions-framework';
import { ipnWork } from './floor-ipn-work';

const ready = ipnWork();

http('floorIpn', async ({ headers, rawBody, body }, response) => {
  await (
    await ready
  )({ headers, rawBody: rawBody ?? Buffer.alloc(0), body: body as unknown });
  response.json({ ok: true });
});
