import { ipnWork } from './floor-ipn-work';
import { servePlainly } from './serve-floor';

void ipnWork().then(servePlainly);
