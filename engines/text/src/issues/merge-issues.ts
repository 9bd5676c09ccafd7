import { foldWidth } from '../fold-width.ts'
import { toSimplified } from '../to-simplified.ts'
import { ISSUE_KINDS, type IssueKind } from './issue-kinds.ts'

/** Where something was said. */
export const VOICE_SOURCES = ['survey', 'review', 'afterSale', 'social', 'calls'] as const
export type VoiceSource = (typeof VOICE_SOURCES)[number]

/** One thing that somebody said. `person` is null where nobody knows who; `weightCents` is what hangs on it (what they paid). */
export type Utterance = {
  source: VoiceSource
  text: string
  person: string | null
  item: string
  day: string
  weightCents: number
}

export type Issue = {
  id: string
  nameZh: string
  nameEn: string
  mentions: number
  /** Different people; those without a name count one by one. */
  people: number
  /** What these people paid, each once. */
  atStakeCents: number
  sources: { source: VoiceSource; mentions: number }[]
  /** Items most complained of, at most three. */
  items: { item: string; mentions: number }[]
  /** One voice from each source, the latest. */
  quotes: { source: VoiceSource; text: string; day: string }[]
  firstDay: string
  lastDay: string
}

const ITEMS_SHOWN = 3

const plain = (text: string): string => toSimplified(foldWidth(text)).replace(/\s+/g, '')

/** The kind most of whose words are in the text; ties to the one listed first. Null where it complains of nothing known. */
export function issueKindOf(text: string, kinds: readonly IssueKind[] = ISSUE_KINDS): IssueKind | null {
  const said = plain(text)
  let best: { kind: IssueKind; hits: number } | null = null
  for (const kind of kinds) {
    const hits = kind.words.filter((word) => said.includes(word)).length
    if (hits > (best?.hits ?? 0)) best = { kind, hits }
  }
  return best?.kind ?? null
}

const countBy = <K>(items: readonly K[]): [K, number][] => {
  const counts = new Map<K, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1))
}

/** Latest voice of each source, in the order of the sources. */
const quotesOf = (said: readonly Utterance[]): Issue['quotes'] =>
  VOICE_SOURCES.flatMap((source) => {
    const latest = said.filter((u) => u.source === source).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
    return latest ? [{ source, text: latest.text, day: latest.day }] : []
  })

function issueOf({ id, nameZh, nameEn }: IssueKind, said: readonly Utterance[]): Issue {
  const paid = new Map(said.flatMap((u) => (u.person === null ? [] : [[u.person, u.weightCents] as const])))
  const nameless = said.filter((u) => u.person === null)
  const days = said.map((u) => u.day).sort()
  const named = said.map((u) => u.item).filter((item) => item !== '')
  return {
    id,
    nameZh,
    nameEn,
    mentions: said.length,
    people: paid.size + nameless.length,
    atStakeCents: [...paid.values()].reduce((sum, cents) => sum + cents, 0),
    sources: countBy(said.map((u) => u.source)).map(([source, mentions]) => ({ source, mentions })),
    items: countBy(named)
      .slice(0, ITEMS_SHOWN)
      .map(([item, mentions]) => ({ item, mentions })),
    quotes: quotesOf(said),
    firstDay: days[0] ?? '',
    lastDay: days.at(-1) ?? '',
  }
}

/**
 * One list of issues from everything that buyers said anywhere: the same complaint in a survey, a review and a call is one issue
 * (P14.04). Ranked by impact: how many people, then what they paid.
 * Shape: what complains of nothing known is left out.
 */
export function mergeIssues(utterances: readonly Utterance[], kinds: readonly IssueKind[] = ISSUE_KINDS): Issue[] {
  const byKind = new Map<IssueKind, Utterance[]>()
  for (const utterance of utterances) {
    const found = issueKindOf(utterance.text, kinds)
    if (found) byKind.set(found, [...(byKind.get(found) ?? []), utterance])
  }
  return [...byKind]
    .map(([found, said]) => issueOf(found, said))
    .sort((a, b) => b.people - a.people || b.atStakeCents - a.atStakeCents || (a.id < b.id ? -1 : 1))
}
