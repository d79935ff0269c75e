/** The cents of an amount in dollars as people read it: `1,234.50`. */
export const centsIn = (dollars = '0'): number => Math.round(Number(dollars.replaceAll(',', '')) * 100);
