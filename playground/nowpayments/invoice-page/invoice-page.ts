import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from './escape-html';
import type { Reply, SimRequest } from '../http';
import { coinSection, linkSection, paySection, summarySection } from './invoice-page-parts';
import { playgroundSection } from './playground-section';
import type { SimInvoice } from '../types';
import type { World } from '../world';

const ASSETS: Readonly<Record<string, string>> = {
  'invoice.js': 'text/javascript; charset=utf-8',
  'invoice.css': 'text/css; charset=utf-8',
};

/** Answers `/payment/*`, the payer's page. It may be framed, because the playground shows it next to the phones. */
export function answerPage(world: World, request: SimRequest): Reply {
  const asset = request.path.slice('/payment/'.length);
  const type = ASSETS[asset];
  if (type !== undefined) {
    return {
      status: 200,
      headers: { 'content-type': type },
      body: readFileSync(join(__dirname, '../page', asset), 'utf8'),
    };
  }
  const invoice = world.invoices.get(request.query.get('iid') ?? '');
  return html(invoice ? 200 : 404, invoice ? invoicePage(world, invoice) : unknownPage());
}

function html(status: number, body: string): Reply {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'self'; img-src data:",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  return { status, headers, body };
}

function invoicePage(world: World, invoice: SimInvoice): string {
  return page(
    invoice.orderDescription ?? 'Invoice',
    `<main class="card" data-invoice="${invoice.id}">
${summarySection(invoice)}
${coinSection(world, invoice)}
${paySection()}
${linkSection(invoice)}
</main>
${playgroundSection()}
<script src="/payment/invoice.js" defer></script>`,
  );
}

function unknownPage(): string {
  return page(
    'Invoice not found',
    `<main class="card"><h1>This invoice is unknown</h1>
<p>The simulator forgets its invoices when it restarts. Go back to the chat and ask for a new one.</p></main>`,
  );
}

const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Crect width=%2216%22 height=%2216%22 rx=%224%22 fill=%22%232f5bea%22/%3E%3Cpath d=%22M5 12V4l6 8V4%22 fill=%22none%22 stroke=%22white%22 stroke-width=%221.6%22/%3E%3C/svg%3E';

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Pay with crypto</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/payment/invoice.css">
</head>
<body>
<header class="brand"><img src="${ICON}" alt="" width="28" height="28"><span>NOWPayments</span>
<span class="badge">simulated</span></header>
${body}
</body>
</html>
`;
