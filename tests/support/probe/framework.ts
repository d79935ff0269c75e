import { installFrontDoor } from '../../../shared/http/server/front-door';
import { answer } from './answer';

export const probe = answer;
installFrontDoor({ listener: answer, signals: true });
