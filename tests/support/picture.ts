import { Resvg } from '@resvg/resvg-js';

/** A PNG of one color that a browser can show. */
export function makePicture(width: number, height: number): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`;
  return new Resvg(svg).render().asPng();
}
