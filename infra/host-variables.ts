import type { VariableGroup } from './variable-group';

/** What each variable of the plain host is. */
export const HOST_GROUP: VariableGroup = {
  title: 'The plain host, which serves functions outside Google',
  variables: {
    FUNCTIONS: {
      what: 'The functions that one process serves, comma separated. Unset: all five.',
      example: 'telegramWebhook,paymentIpn,notificationWebhook,health,worker',
    },
    PORT: { what: 'The port that it listens on. 0 takes any free one.' },
    HOST: {
      what: 'The address that it listens on. A container needs 0.0.0.0; otherwise leave it, so that only a proxy on this machine reaches it.',
    },
    KEEP_ALIVE_SECONDS: {
      what: 'How long an idle connection stays open. Longer than the proxy in front keeps it: Caddy 120 s, Google 600 s.',
    },
    TICK: {
      what: 'on calls the worker of this process each minute. Leave it off where a scheduler calls the worker.',
    },
  },
};
