import { http } from '@google-cloud/functions-framework';

// What the framework itself costs: it has read and parsed the body by now, whether anybody wants it or not.
http('bare', (_request, response) => {
  response.json({ ok: true });
});
