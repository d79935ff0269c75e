import { nowpaymentsRail } from './nowpayments-rail';
import { playColumn } from './play-column';
import { useRailWorld } from './rail-world';

const world = useRailWorld();
playColumn('nowpayments', 'all but crashes', () => nowpaymentsRail(world));
