/** Bars one below the other, each with its name and number, as a drawing and as a table with the same numbers. */
import type { Lang } from '../platform/languages.js';
import { formatNumber } from '../platform/numbers.js';

/** Units of the drawing. */
const WIDTH = 420;
const LONGEST = 360;
const NAME = 16;
const BAR = 12;
const GAP = 4;
const BETWEEN = 10;

/** `a` is filled, `b` outlined: they differ without colour. */
type Look = 'a' | 'b';

export interface BarGroup {
  name: string;
  /** At the right, over the bars; may be empty. */
  note: string;
  bars: { look: Look; value: number }[];
  /** Instead of bars, where there is no number. */
  instead?: string;
}

export interface Table {
  columns: string[];
  rows: { name: string; href: string; cells: string[] }[];
}

export interface BarChart {
  /** Unique on the page. */
  id: string;
  title: string;
  description: string;
  viewBox: string;
  right: number;
  groups: {
    name: string;
    note: string;
    nameY: number;
    instead: string;
    insteadY: number;
    bars: {
      look: Look;
      y: number;
      width: number;
      height: number;
      value: string;
      valueX: number;
      valueY: number;
    }[];
  }[];
  table: Table;
}

interface Described {
  id: string;
  title: string;
  description: string;
  groups: readonly BarGroup[];
  table: Table;
}

export function barChart(lang: Lang, { groups, ...described }: Described): BarChart {
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  const rowsOf = ({ bars }: BarGroup) => Math.max(1, bars.length);
  const heightOf = (group: BarGroup) => NAME + rowsOf(group) * (BAR + GAP) + BETWEEN;
  let y = 0;
  const drawn = groups.map((group) => {
    const top = y;
    y += heightOf(group);
    return {
      name: group.name,
      note: group.note,
      nameY: top + NAME - 4,
      instead: group.instead ?? '',
      insteadY: top + NAME + BAR,
      bars: group.bars.map(({ look, value }, at) => {
        const barY = top + NAME + at * (BAR + GAP);
        const width = Math.round((value / most) * LONGEST);
        return {
          look,
          y: barY,
          width,
          height: BAR,
          value: formatNumber(lang, value),
          valueX: width + 6,
          valueY: barY + BAR - 2,
        };
      }),
    };
  });
  return {
    ...described,
    viewBox: `0 0 ${WIDTH} ${Math.max(1, y - BETWEEN + 4)}`,
    right: WIDTH - 1,
    groups: drawn,
  };
}
