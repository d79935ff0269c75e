import { playColumn } from './play-column';
import { useRailWorld } from './rail-world';
import { starsRail } from './stars-rail';

const world = useRailWorld();
playColumn('stars', 'crashes', () => starsRail(world));
