import { DIMENSIONS } from '@zhanggui/metrics'
import type { Choice } from '../../resources/resource-fields.ts'

/** By what a contract's share of the shop can be told apart. */
const IDS = ['channel', 'item', 'category', 'brand', 'province', 'city', 'campaign', 'tool', 'plan', 'agent'] as const

export const SCOPE_DIMENSIONS: readonly Choice[] = DIMENSIONS.filter(({ id }) => IDS.some((known) => known === id)).map(
  ({ id, nameZh, nameEn }) => ({ value: id, nameZh, nameEn }),
)
