import type { PromotionFinding } from '@zhanggui/contract'

export type FindingsOfCode = { code: string; findings: readonly PromotionFinding[] }

const WEIGHT = { error: 0, warning: 1, note: 2 } as const

/** Findings of one kind together, errors first, each kind where its first one stands. */
export function foldByCode(findings: readonly PromotionFinding[]): FindingsOfCode[] {
  const groups = new Map<string, PromotionFinding[]>()
  for (const finding of [...findings].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])) {
    const key = `${finding.severity}/${finding.code}`
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return [...groups].map(([code, list]) => ({ code, findings: list }))
}
