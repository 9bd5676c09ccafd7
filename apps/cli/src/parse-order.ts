import type { QueryRequest } from '@zhanggui/contract'
import { InvalidArgumentError } from 'commander'

/**
 * Largest first unless said otherwise, as a ranking is read.
 * @example parseOrderOption('paid') // { by: 'paid', direction: 'desc' }
 */
export function parseOrderOption(text: string): NonNullable<QueryRequest['order']> {
  const [, by, direction = 'desc'] = /^([A-Za-z]\w*)(?::(asc|desc))?$/.exec(text) ?? []
  if (by && (direction === 'asc' || direction === 'desc')) return { by, direction }
  throw new InvalidArgumentError('请写成 paid 或 paid:asc / write paid or paid:asc')
}
