import { http } from '@google-cloud/functions-framework';
import { tapWork } from './floor-tap-work';

const ready = tapWork();

http('floorTap', async ({ headers, rawBody, body }, response) => {
  await (
    await ready
  )({ headers, rawBody: rawBody ?? Buffer.alloc(0), body: body as unknown });
  response.json({ ok: true });
});
