import type { Finding } from '../finding.ts'

/**
 * The same for the same fault in the next check, whatever number it has there. Figures are part of it: a warning that
 * somebody accepted comes back when its figures change.
 */
export const findingKey = ({ rule, at, figures }: Pick<Finding, 'rule' | 'at' | 'figures'>): string =>
  JSON.stringify([rule, at.part, at.id, at.field, Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1))])
