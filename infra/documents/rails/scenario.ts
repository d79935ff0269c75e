/** Something that can happen between an order and its money, and what must hold then on every rail. */
export interface Scenario {
  /** A plain name, which finishes "what if …". */
  readonly name: string;
  readonly holds: string;
}
