import { servePlainly } from './serve-floor';
import { tapWork } from './floor-tap-work';

void tapWork().then(servePlainly);
