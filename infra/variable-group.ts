import type { ConfigName } from '../shared/config';

interface Described {
  /** One line that tells the operator what to set. */
  readonly what: string;
  /** Shown in `.env.example` if there is no default. */
  readonly example?: string;
}

/** Variables that an operator sets together. */
export interface VariableGroup {
  readonly title: string;
  readonly variables: Readonly<Partial<Record<ConfigName, Described>>>;
}
