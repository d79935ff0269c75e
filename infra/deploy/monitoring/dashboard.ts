import type { Installation } from '../installation';
import { alarmsChart, databaseCharts, functionCharts, productCharts, type Chart } from './charts';
import type { Json } from '../definition';

const COLUMNS = 48;
const ROW_HEIGHT = 16;

const widgetOf = ({ title, unit, filter, align, reduce, by }: Chart): Json => ({
  title,
  xyChart: {
    dataSets: [
      {
        plotType: 'LINE',
        targetAxis: 'Y1',
        timeSeriesQuery: {
          unitOverride: unit,
          timeSeriesFilter: {
            filter,
            aggregation: {
              alignmentPeriod: '60s',
              perSeriesAligner: align,
              crossSeriesReducer: reduce,
              groupByFields: [by],
            },
          },
        },
      },
    ],
    yAxis: { scale: 'LINEAR' },
  },
});

interface Block {
  readonly columns: number;
  readonly widget: Json;
}

/** Places the blocks of a row side by side, and each row below the one before. */
function tilesOf(rows: readonly (readonly Block[])[]): Json[] {
  return rows.flatMap((row, y) => {
    let x = 0;
    return row.map(({ columns, widget }) => {
      const tile = { xPos: x, yPos: y * ROW_HEIGHT, width: columns, height: ROW_HEIGHT, widget };
      x += columns;
      return tile;
    });
  });
}

/** The dashboard: incidents and alarms, what the product does, then the load on the functions and the database. */
export function dashboardJson(installation: Installation): Json {
  const blocks = (charts: readonly Chart[]): Block[] =>
    charts.map((chart) => ({ columns: chart.columns, widget: widgetOf(chart) }));
  const incidents = { columns: 24, widget: { title: 'Incidents', incidentList: {} } };
  return {
    displayName: `TelePay (${installation.settings.name})`,
    mosaicLayout: {
      columns: COLUMNS,
      tiles: tilesOf([
        [incidents, ...blocks([alarmsChart(installation)])],
        blocks(productCharts(installation)),
        ...functionCharts(installation).map(blocks),
        blocks(databaseCharts(installation)),
      ]),
    },
  };
}
