import type { BudgetLine, BudgetRules } from '@zhanggui/contract'

type Content = { lines: readonly BudgetLine[]; rules: BudgetRules }

/** A budget while it is edited, with what it was before each step. */
export type BudgetDraft = Content & { past: readonly Content[] }

export const openDraft = ({ lines, rules }: Content): BudgetDraft => ({ lines, rules, past: [] })

/** Steps that can be taken back. */
const PAST_MAX = 100

const step = (draft: BudgetDraft, next: Partial<Content>): BudgetDraft => ({
  lines: draft.lines,
  rules: draft.rules,
  ...next,
  past: [...draft.past, { lines: draft.lines, rules: draft.rules }].slice(-PAST_MAX),
})

export const isDirty = (draft: BudgetDraft, stored: Content): boolean =>
  JSON.stringify([draft.lines, draft.rules]) !== JSON.stringify([stored.lines, stored.rules])

/** A share or an amount is enough; entering one of them over the other replaces it, so that the two never disagree by accident. */
function settled(line: BudgetLine, change: Partial<BudgetLine>): BudgetLine {
  const next = { ...line, ...change }
  if (change.amountCents !== undefined && change.amountCents !== null)
    return { ...next, shareBp: null, shareBase: null }
  if (change.shareBp !== undefined && change.shareBp !== null)
    return { ...next, amountCents: null, shareBase: next.shareBase ?? (next.parentId === null ? 'total' : 'parent') }
  return next
}

export const changeLine = (draft: BudgetDraft, id: string, change: Partial<BudgetLine>): BudgetDraft =>
  step(draft, { lines: draft.lines.map((line) => (line.id === id ? settled(line, change) : line)) })

export const changeRules = (draft: BudgetDraft, change: Partial<BudgetRules>): BudgetDraft =>
  step(draft, { rules: { ...draft.rules, ...change } })

const idsUnder = (lines: readonly BudgetLine[], id: string): string[] => [
  id,
  ...lines.filter((line) => line.parentId === id).flatMap((line) => idsUnder(lines, line.id)),
]

/** Takes a line out with everything below it. */
export function removeLine(draft: BudgetDraft, id: string): BudgetDraft {
  const gone = new Set(idsUnder(draft.lines, id))
  return step(draft, { lines: draft.lines.filter((line) => !gone.has(line.id)) })
}

/** A new line at the end of its parent's; it takes the parent's period. */
export function addLine(draft: BudgetDraft, given: { id: string; parentId: string | null; year: number }): BudgetDraft {
  const { id, parentId, year } = given
  const parent = draft.lines.find((line) => line.id === parentId)
  const line: BudgetLine = {
    id,
    parentId,
    name: '',
    kind: 'spend',
    channel: null,
    period: parent?.period ?? String(year),
    eventId: parent?.eventId ?? null,
    shareBp: null,
    shareBase: null,
    amountCents: null,
    owner: null,
    note: '',
  }
  return step(draft, { lines: [...draft.lines, line] })
}

/** Lines read from a table: instead of all there are, or under a line. */
export function takeLines(
  draft: BudgetDraft,
  lines: readonly BudgetLine[],
  under: { parentId: string } | 'replace',
): BudgetDraft {
  if (under === 'replace') return step(draft, { lines })
  const hung = lines.map((line) => (line.parentId === null ? { ...line, parentId: under.parentId } : line))
  return step(draft, { lines: [...draft.lines, ...hung] })
}

export function undo(draft: BudgetDraft): BudgetDraft {
  const before = draft.past.at(-1)
  return before ? { ...before, past: draft.past.slice(0, -1) } : draft
}

export type TreeRow = { line: BudgetLine; depth: number; hasChildren: boolean }

/** Lines as a tree shows them, top first; lines whose parent is missing stand at the top, so that they can be mended. */
export function treeRows(lines: readonly BudgetLine[]): TreeRow[] {
  const ids = new Set(lines.map((line) => line.id))
  const byParent = Map.groupBy(lines, (line) =>
    line.parentId !== null && ids.has(line.parentId) ? line.parentId : null,
  )
  const walk = (parentId: string | null, depth: number): TreeRow[] =>
    (byParent.get(parentId) ?? []).flatMap((line) => [
      { line, depth, hasChildren: byParent.has(line.id) },
      ...walk(line.id, depth + 1),
    ])
  return walk(null, 0)
}
