import type { DoctorWorld, Variables } from '../../../worlds/doctor';

/** One thing that is broken, and the only finding that the doctor must report for it. */
export interface Breakage {
  readonly name: string;
  readonly code: string;
  readonly remedy: RegExp;
  readonly severity?: 'warning';
  /** The checks that are impossible because of it. */
  readonly unchecked?: readonly string[];
  /** Wrong values in the operator's environment. */
  readonly variables?: (world: DoctorWorld) => Variables;
  readonly cause?: (world: DoctorWorld) => unknown;
  readonly undo?: (world: DoctorWorld) => unknown;
}

/** A statement that breaks something in the database, or undoes that. */
export const sql = (statement: string) => (world: DoctorWorld) => world.database.unsafe(statement);
