import { http } from '@google-cloud/functions-framework';

// The cost of the framework itself, which includes reading and parsing the body.
http('bare', (_request, response) => {
  response.json({ ok: true });
});
