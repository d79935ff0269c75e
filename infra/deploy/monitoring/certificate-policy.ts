import type { Installation } from '../installation';
import { below } from './conditions';
import type { AlertPolicy } from './policy';

/** Google renews a certificate about a month before it ends, so this leaves two weeks of failed attempts behind. */
const DAYS_LEFT = 14;

/** Only with a domain of the operator's own. Google renews the certificates of its own addresses by itself. */
export function certificatePolicies({ settings: { domain } }: Installation): AlertPolicy[] {
  if (domain === undefined) return [];
  return [
    {
      id: 'certificate',
      title: `The certificate of ${domain} ends in less than ${DAYS_LEFT} days`,
      severity: 'ERROR',
      meaning:
        'Google has not renewed the certificate. When it ends, Telegram and NOWPayments refuse our address, so no tap and no payment arrives.',
      remedy:
        'Compare the DNS record of the domain with the address of the load balancer, and look for a CAA record that forbids Google’s authorities (pki.goog, letsencrypt.org). Google tries again by itself.',
      details:
        '`gcloud compute ssl-certificates list --global` shows the state of the certificate for the domain: `FAILED_NOT_VISIBLE` is the DNS record, `FAILED_CAA_FORBIDDEN` the CAA record. The domain must have no AAAA record, because the load balancer has no IPv6 address.',
      condition: below({
        filter: `metric.type="monitoring.googleapis.com/uptime_check/time_until_ssl_cert_expires" AND resource.type="uptime_url" AND resource.labels.host="${domain}"`,
        threshold: DAYS_LEFT,
        forSeconds: 600,
        aggregation: {
          alignmentPeriod: '1200s',
          perSeriesAligner: 'ALIGN_NEXT_OLDER',
          crossSeriesReducer: 'REDUCE_MIN',
          groupByFields: ['resource.labels.host'],
        },
      }),
    },
  ];
}
