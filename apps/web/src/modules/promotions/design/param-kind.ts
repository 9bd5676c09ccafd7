import type { PromotionCatalogue } from '@zhanggui/contract'

type Field = PromotionCatalogue['presets'][number]['fields'][number]

/** Which input a parameter gets. */
export type ParamKind = 'money' | 'percent' | 'count' | 'switch' | 'instant' | 'skus' | 'words' | 'rows' | 'text'

const BY_NAME: Record<string, ParamKind> = {
  cents: 'money',
  bp: 'percent',
  count: 'count',
  yesNo: 'switch',
  instant: 'instant',
  skuList: 'skus',
  regionList: 'words',
  text: 'text',
}

/** By what the preset says, else by the name of the parameter: money ends in Cents, shares in Bp. */
export function paramKind(key: string, example: unknown, named?: Field['kind']): ParamKind {
  if (Array.isArray(example)) return typeof example[0] === 'object' ? 'rows' : key.startsWith('sku') ? 'skus' : 'words'
  const known = named === undefined ? undefined : BY_NAME[named]
  if (known) return known
  if (key.endsWith('Cents')) return 'money'
  if (key.endsWith('Bp')) return 'percent'
  if (typeof example === 'boolean') return 'switch'
  return typeof example === 'number' ? 'count' : 'text'
}
