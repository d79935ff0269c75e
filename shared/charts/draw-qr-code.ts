import { renderAsync } from '@resvg/resvg-js';
import qrcode from 'qrcode-generator';

/** Sharp on a phone, and on paper of a palm's width. */
const MAX_SIDE_PX = 900;
/** The empty border that a reader needs on each side, in modules. ISO/IEC 18004, 6.3.8. */
const QUIET_ZONE = 4;

/**
 * The smallest QR code that holds `text` and survives 15 % of damage, as a PNG. Each module is a whole number of pixels, so that
 * its edges are sharp.
 */
export async function qrCodePng(text: string): Promise<Uint8Array> {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const cellSize = Math.floor(MAX_SIDE_PX / (code.getModuleCount() + 2 * QUIET_ZONE));
  const svg = code.createSvgTag({ cellSize, margin: QUIET_ZONE * cellSize });
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return image.asPng();
}
