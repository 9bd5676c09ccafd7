import type { BudgetLine } from '../budget-line.ts'
import type { ReadingNode, ShareReading } from './share-reading.ts'

type Place = { parentId: string | null; node: ReadingNode }

const walk = (nodes: readonly ReadingNode[], parentId: string | null, idOf: (node: ReadingNode) => string): Place[] =>
  nodes.flatMap((node) => [{ parentId, node }, ...walk(node.children, idOf(node), idOf)])

/**
 * The lines as a reading means them: bases stated, lines moved under their heading, the heading added. Call it only with the
 * reading that a person confirmed. Lines that the reading does not speak of stay as they are.
 * Shape: the level's lines first, in the reading's order. `newId` names the added headings.
 */
export function applyReading(
  lines: readonly BudgetLine[],
  reading: ShareReading,
  newId: (node: ReadingNode) => string,
): BudgetLine[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const sample = lines.find((line) => reading.nodes.some((node) => node.lineId === line.id))
  if (!sample) return [...lines]
  const idOf = (node: ReadingNode): string => node.lineId ?? newId(node)
  const placed = walk(reading.nodes, sample.parentId, idOf).map(({ parentId, node }): BudgetLine => {
    // Under a line, the whole that a level shares out is that line.
    const line = node.lineId === null ? undefined : byId.get(node.lineId)
    const added = { ...sample, id: idOf(node), name: node.name, kind: 'spend' as const, channel: node.channel }
    const isTop = parentId === sample.parentId
    const stated = { parentId, shareBp: node.shareBp, shareBase: isTop && parentId !== null ? 'parent' : node.base }
    return line ? { ...line, ...stated } : { ...added, ...stated, amountCents: null, owner: null, note: '' }
  })
  const moved = new Set(placed.map((line) => line.id))
  return [...placed, ...lines.filter((line) => !moved.has(line.id))]
}
