import type { Unit } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'

/** How far a figure is from its target, without a sign: rates differ by points, everything else by an amount. */
export const gapText = (gap: number | null, unit: Unit | null, format: Format): string =>
  gap !== null && unit === 'ratio' ? format.points(gap) : format.short(gap === null ? null : Math.abs(gap), unit)
