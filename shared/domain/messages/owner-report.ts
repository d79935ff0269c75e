import type { ExportName } from '../reports/exports';
import type { OfChannel } from './parts';
import type { PeriodFigures } from '../reports/sales-report';
import type { StarMonth } from '../reports/star-figures';

/** A channel's figures, and the tables behind them. */
export type ReportMessage =
  | ({
      readonly type: 'sales_report';
      readonly timeZone: string;
      /** Members with access now, and those of them who have it for ever. */
      readonly active: number;
      readonly forEver?: number | undefined;
      readonly periods: readonly PeriodFigures[];
      /** Absent or `null`: nothing came or went in Stars this month. */
      readonly starMonth?: StarMonth | null | undefined;
      /** Absent in messages of an earlier release. */
      readonly countedAtMs?: number;
    } & OfChannel)
  /** The caption of the chart of a channel's last days. */
  | ({
      readonly type: 'sales_picture';
      readonly timeZone: string;
      readonly active: number;
      readonly forEver?: number | undefined;
      readonly periods: readonly Pick<PeriodFigures, 'period' | 'revenueCents' | 'refunds' | 'inStars'>[];
      readonly countedAtMs?: number;
    } & OfChannel)
  /** The caption of a table. */
  | ({
      readonly type: 'export_file';
      readonly name: ExportName;
      readonly rows: number;
      /** `false` if only the newest rows had room. */
      readonly isWhole: boolean;
    } & OfChannel);
