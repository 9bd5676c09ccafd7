import type { CheckedFinding, FindingCounts, PlanPart } from '@zhanggui/contract'

/** What the reader wants to see; the words of the URL. */
export type FindingFilter = { level: FindingState | null; part: string | null; search: string }

/** A finding stands under its level, or under `acknowledged` once somebody let it stand. */
export const FINDING_STATES = ['error', 'warning', 'note', 'acknowledged'] as const
export type FindingState = (typeof FINDING_STATES)[number]

export const isState = (text: string | null): text is FindingState =>
  (FINDING_STATES as readonly (string | null)[]).includes(text)

export const stateOf = ({ level, acknowledged }: CheckedFinding): FindingState =>
  acknowledged === null ? level : 'acknowledged'

const saysWhat = (finding: CheckedFinding): string =>
  [finding.messageZh, finding.messageEn, finding.rule, finding.at.id, ...finding.rows].join('\n').toLowerCase()

/** @example filterFindings(findings, { level: 'error', part: 'goals', search: '' }) */
export function filterFindings(findings: readonly CheckedFinding[], filter: FindingFilter): CheckedFinding[] {
  const search = filter.search.trim().toLowerCase()
  return findings.filter(
    (finding) =>
      (filter.level === null || stateOf(finding) === filter.level) &&
      (filter.part === null || finding.at.part === filter.part) &&
      (search === '' || saysWhat(finding).includes(search)),
  )
}

export type FindingGroup = { state: FindingState; part: PlanPart; findings: CheckedFinding[] }

/** By level, then by part of the plan; findings keep their numbers' order. Empty groups are left out. */
export function groupFindings(findings: readonly CheckedFinding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const finding of findings) {
    const [state, part] = [stateOf(finding), finding.at.part]
    const group = groups.get(`${state} ${part}`) ?? { state, part, findings: [] }
    group.findings.push(finding)
    groups.set(`${state} ${part}`, group)
  }
  const rank = ({ state }: FindingGroup): number => FINDING_STATES.indexOf(state)
  return [...groups.values()].sort((a, b) => rank(a) - rank(b))
}

/** What the page says first. */
export function verdictOf({ error, warning, note }: FindingCounts): 'blocked' | 'open' | 'onlyNotes' | 'passed' {
  if (error > 0) return 'blocked'
  if (warning > 0) return 'open'
  return note > 0 ? 'onlyNotes' : 'passed'
}
