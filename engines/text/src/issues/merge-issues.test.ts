import { describe, expect, it } from 'vitest'
import { issueKindOf, mergeIssues, type Utterance } from './merge-issues.ts'

const said = (source: Utterance['source'], text: string, more: Partial<Utterance> = {}): Utterance => ({
  source,
  text,
  person: null,
  item: '',
  day: '2026-11-12',
  weightCents: 0,
  ...more,
})

describe('[P14.04] one issue list from everything that buyers say', () => {
  it('[P14.04] the same complaint in a survey, a call and a social post is one issue with three sources', () => {
    const [issue, ...others] = mergeIssues([
      said('survey', '发货太慢了，等了一个星期', { person: 'a', weightCents: 300, day: '2026-11-10' }),
      said('calls', '我的订单怎么还没发货？', { person: 'b', weightCents: 500 }),
      said('social', '双11買的東西，到現在都不發貨', { day: '2026-11-14' }),
      said('review', '物流很快，第二天就到了'),
    ])
    expect(others).toEqual([])
    expect(issue).toMatchObject({
      id: 'slowDispatch',
      mentions: 3,
      people: 3,
      atStakeCents: 800,
      firstDay: '2026-11-10',
      lastDay: '2026-11-14',
    })
    expect(issue?.sources.map((s) => s.source).sort()).toEqual(['calls', 'social', 'survey'])
    expect(issue?.quotes.map((q) => q.source)).toEqual(['survey', 'social', 'calls'])
  })

  it('[P14.04] ranked by impact: by people, then by what they paid; who complains three times is one person', () => {
    const issues = mergeIssues([
      ...[1, 2, 3].map(() => said('afterSale', '退款拖了好几天', { person: 'a', weightCents: 100 })),
      said('review', '收到时外盒破损', { person: 'b', weightCents: 900, item: 'i1' }),
      said('review', '有一股怪味', { person: 'c', weightCents: 10 }),
      said('survey', '有很大的异味，晾了好几天', { person: 'd', weightCents: 10 }),
    ])
    expect(issues.map((i) => [i.id, i.people, i.mentions])).toEqual([
      ['smell', 2, 2],
      ['damaged', 1, 1],
      ['slowRefund', 1, 3],
    ])
    expect(issues[1]?.items).toEqual([{ item: 'i1', mentions: 1 }])
  })

  it.each([
    ['物流很快，第二天就到了', null],
    ['包裝簡陋，盒子都壓扁了', 'damaged'],
    ['刚买完就降价，客服还不给保价', 'priceDrop'],
    ['', null],
  ])('%s is %s', (text, id) => expect(issueKindOf(text)?.id ?? null).toBe(id))
})
