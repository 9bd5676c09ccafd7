import type { PartialFigure, QueryResult } from '@zhanggui/contract'

type Note = { zh: string; en: string }

const LISTED = 12

/** One note for all columns of a period that lack the same days. */
function describe(marks: readonly PartialFigure[]): Note {
  const [first] = marks
  if (!first) return { zh: '', en: '' }
  const columns = marks.map(({ column }) => column).join(', ')
  const [zh, en] = [first.period || '合计', first.period || 'total']
  const few = first.days < first.ofDays
  return {
    zh: `${zh} ${columns}：${few ? `${first.ofDays} 天中仅 ${first.days} 天有数据` : '天数与对比期不同'}${first.running ? '，今天还没过完' : ''}${first.comparable ? '' : '，不宜算百分比'}`,
    en: `${en} ${columns}: ${few ? `${first.days} of ${first.ofDays} days have data` : 'not the days compared with'}${first.running ? ', today is not over' : ''}${first.comparable ? '' : '; build no percentage'}`,
  }
}

/** What must be known of the days behind an answer: where data begins or ends within a period, and what is not over. */
export function partialNotes(result: QueryResult): Note[] {
  const places = new Map<string, PartialFigure[]>()
  for (const mark of result.partial) {
    const key = JSON.stringify({ ...mark, column: '' })
    places.set(key, [...(places.get(key) ?? []), mark])
  }
  const notes = [...places.values()].slice(0, LISTED).map(describe)
  const left = places.size - notes.length
  if (left > 0) notes.push({ zh: `另有 ${left} 处，见 --json 的 partial`, en: `${left} more, see partial in --json` })
  if (!result.elapsed) return notes
  const { range, compareRange } = result.elapsed
  const [zh, en] = [`${range.from} 至 ${range.to}`, `${range.from} up to ${range.to}`]
  const soFar = {
    zh: `时间范围还没过完：合计用 ${zh}（不含）与 ${compareRange.from} 至 ${compareRange.to}（不含）相比。`,
    en: `The period is not over: totals hold ${en}, beside ${compareRange.from} up to ${compareRange.to}.`,
  }
  return [soFar, ...notes]
}
