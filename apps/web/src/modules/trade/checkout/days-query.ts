import type { DayRange } from '../../../range/range.ts'

export const daysQuery = (days: DayRange | null): string => (days ? `?from=${days.from}&to=${days.to}` : '')
