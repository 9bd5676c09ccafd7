import type { Severity } from './severity.ts'

/** Who is told when nobody has acknowledged after so many minutes. */
export type EscalationStep = { afterMinutes: number; to: string }
export type EscalationPolicy = Readonly<Record<Severity, readonly EscalationStep[]>>

/** A grave alert reaches the head of operations in five minutes and the owner in fifteen; a warning waits half an hour. */
export const ESCALATION: EscalationPolicy = {
  info: [],
  warning: [{ afterMinutes: 30, to: 'operations' }],
  critical: [
    { afterMinutes: 5, to: 'operations' },
    { afterMinutes: 15, to: 'owner' },
  ],
}

/** Steps that are due, in order; none once somebody has acknowledged. */
export function escalationsDue(
  incident: { severity: Severity; openedAt: number; acknowledgedAt: number | null; resolvedAt: number | null },
  at: number,
  policy: EscalationPolicy = ESCALATION,
): { level: number; to: string }[] {
  if (incident.acknowledgedAt !== null || incident.resolvedAt !== null) return []
  return policy[incident.severity]
    .map(({ afterMinutes, to }, i) => ({ level: i + 1, to, due: incident.openedAt + afterMinutes }))
    .filter(({ due }) => due <= at)
    .map(({ level, to }) => ({ level, to }))
}
