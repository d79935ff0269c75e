import type { DoctorWorld, Variables } from '../doctor-world';

/** One thing that is broken, and what the doctor must say of it: this and nothing else. */
export interface Breakage {
  readonly name: string;
  readonly code: string;
  readonly remedy: RegExp;
  readonly severity?: 'warning';
  /** The checks that cannot be made because of it. */
  readonly unchecked?: readonly string[];
  /** What the operator has wrongly in the environment. */
  readonly variables?: (world: DoctorWorld) => Variables;
  readonly hurt?: (world: DoctorWorld) => unknown;
  readonly heal?: (world: DoctorWorld) => unknown;
}

/** Breaks or mends something in the database. */
export const sql = (statement: string) => (world: DoctorWorld) => world.database.unsafe(statement);
