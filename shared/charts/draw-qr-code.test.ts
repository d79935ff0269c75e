/** @project database */
import { qrCodePng } from './draw-qr-code';

/** The width and height that a PNG says it has. https://www.w3.org/TR/png/#11IHDR */
const sizeOf = (png: Uint8Array) => [16, 20].map((offset) => Buffer.from(png).readUInt32BE(offset));

it.each([
  ['https://t.me/bot?start=sub_-1001234567890', 29],
  [`https://t.me/${'n'.repeat(32)}?start=donate_-1009999999999999`, 37],
])('draws each module of %s as whole pixels', async (text, modules) => {
  const side = modules + 8;
  const [width = 0, height] = sizeOf(await qrCodePng(text));
  expect(width).toBe(height);
  expect(width % side).toBe(0);
  expect(width).toBeGreaterThan(900 - side);
});
