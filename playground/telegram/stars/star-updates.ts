import type { UpdateBody, World } from '../world';
import type { Schedule } from './schedule';

/** The updates of this rail. Two of them are service messages. */
export type StarUpdateKind =
  'pre_checkout_query' | 'successful_payment' | 'refunded_payment' | 'subscription';

type Fate = { readonly kind: 'lost' | 'repeated' } | { readonly kind: 'delayed'; readonly seconds: number };

/** Emits updates, except for what a test or the page decided about the next ones. */
export class StarUpdates {
  private readonly world: World;
  private readonly schedule: Schedule;
  private readonly fates = new Map<StarUpdateKind, Fate[]>();

  constructor(world: World, schedule: Schedule) {
    this.world = world;
    this.schedule = schedule;
  }

  plan(kind: StarUpdateKind, fate: Fate): void {
    this.fates.set(kind, [...(this.fates.get(kind) ?? []), fate]);
    this.world.changed();
  }

  /** The kinds whose next update will be lost. */
  get lost(): readonly StarUpdateKind[] {
    return [...this.fates].filter(([, [next]]) => next?.kind === 'lost').map(([kind]) => kind);
  }

  emit(kind: StarUpdateKind, body: UpdateBody): void {
    const type = kind.endsWith('_payment') ? 'message' : kind;
    const fate = this.fates.get(kind)?.shift();
    switch (fate?.kind) {
      case 'lost':
        this.world.changed();
        return;
      case 'delayed':
        this.schedule.add(this.world.now() + fate.seconds * 1000, () => this.world.emit(type, body));
        return;
      case 'repeated':
        this.world.emit(type, body, 2);
        return;
      case undefined:
        this.world.emit(type, body);
    }
  }
}
