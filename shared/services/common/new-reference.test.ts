import { isOrderReference } from '../../domain/common/ids';
import { newReference } from './new-reference';

it('begins every reference with a letter or digit', () => {
  const references = Array.from({ length: 2000 }, newReference);
  expect(references.filter((reference) => !/^[A-Za-z0-9]/.test(reference))).toEqual([]);
  expect(references.every(isOrderReference)).toBe(true);
  expect(new Set(references).size).toBe(references.length);
});
