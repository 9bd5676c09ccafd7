import type { RankSubject } from '@zhanggui/contract'
import type { ChartOption } from '../../../charts/chart-option.ts'
import { buildLineOption } from '../../../charts/line-option.ts'
import type { ChartWords } from '../../../charts/series.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'

type Named = { rank: string; goal: string }

/** The course of a rank with its goal: the first place is on top, days without a rank are gaps. */
export function buildCourseOption(
  { points, goalRank }: Pick<RankSubject, 'points' | 'goalRank'>,
  { words, names }: { words: ChartWords; names: Named },
  theme: Theme,
): ChartOption {
  const option = buildLineOption(
    {
      keys: points.map(({ day }) => day),
      series: [
        { name: names.goal, values: points.map(() => goalRank), pale: true, colour: theme.pale },
        { name: names.rank, values: points.map(({ rank }) => rank), colour: theme.accent },
      ],
      words,
    },
    theme,
  ) as ChartOption & { yAxis: object; series: object[] }
  return {
    ...option,
    yAxis: { ...option.yAxis, inverse: true, min: 1, minInterval: 1 },
    // Readings are days apart: a point on each says where somebody looked.
    series: option.series.map((line) => ({ ...line, showSymbol: true, areaStyle: undefined })),
  } as ChartOption
}
