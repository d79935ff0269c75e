import { webhookErrorClass, webhookStateOf } from './webhook-state';

test.each([
  ['Wrong response from the webhook: 401 Unauthorized', 'http_401'],
  ['Wrong response from the webhook: 503 Service Unavailable', 'http_503'],
  ['Read timeout expired', 'timeout'],
  ['Connection timed out', 'timeout'],
  ['Connection refused', 'connection'],
  ['Webhook connection closed', 'connection'],
  ['SSL error {error:0A000086:SSL routines::certificate verify failed}', 'tls'],
  ['Failed to resolve host: No address associated with hostname', 'dns'],
  ['something about https://bot.example/secret', 'other'],
])('classifies %s as %s', (message, expected) => {
  expect(webhookErrorClass(message)).toBe(expected);
});

const info = (url: string) => ({ url, has_custom_certificate: false, pending_update_count: 3 });

test.each([
  ['', undefined, false, null],
  ['', 'https://a.example/', false, false],
  ['https://a.example/', undefined, true, null],
  ['https://a.example/', 'https://a.example', true, true],
  ['https://a.example/x', 'https://a.example/y', true, false],
])('compares the webhook at %j with the expected address %j', (url, expected, isSet, isExpected) => {
  expect(webhookStateOf(info(url), expected)).toEqual({
    isSet,
    isExpected,
    pendingUpdates: 3,
    lastErrorAt: null,
    lastErrorClass: null,
    lastSyncErrorAt: null,
  });
});
