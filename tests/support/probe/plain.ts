import { endOnDefects } from '../../../host/end-on-defects';
import { openServer } from '../../../host/open-server';
import { drainOnSignals } from '../../../shared/http/server/drain';
import { answer } from './answer';

// As the host's own program does, with another function.
drainOnSignals();
endOnDefects({ error: (event) => console.log(event) });
void openServer(answer, { PORT: Number(process.argv[2]), HOST: '127.0.0.1', KEEP_ALIVE_SECONDS: 130 });
