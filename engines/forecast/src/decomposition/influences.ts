import type { RegressorKind } from '../series/regressor.ts'
import type { Column } from './column.ts'
import type { Link } from './dispersion.ts'
import type { ColumnsFit } from './fit-columns.ts'

/**
 * What a regressor was found to do. `effect` of a price is its elasticity (−2: one percent dearer sells two percent less); of a
 * promotion or a signal the growth of sales at the strongest value of the history (0.8 is +80 %); of another the growth at one
 * deviation more. Null where effects add instead of multiplying.
 */
export type Influence = { id: string; kind: RegressorKind; effect: number | null }

/** The regressors' effects, as the fit has them; those that were not seen yet are not there. */
export function influencesOf(columns: readonly Column[], { coefficients }: ColumnsFit, link: Link): Influence[] {
  return columns.flatMap(({ regressor }, i): Influence[] => {
    if (!regressor) return []
    const { id, kind, strongest } = regressor
    const coefficient = coefficients[i] as number
    if (link !== 'log') return [{ id, kind, effect: null }]
    if (kind === 'price') return [{ id, kind, effect: coefficient }]
    return [{ id, kind, effect: Math.expm1(kind === 'other' ? coefficient : coefficient * strongest) }]
  })
}
