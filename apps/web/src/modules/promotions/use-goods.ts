import { useResourceList } from '../admin/resources/use-resources.ts'

/** A thing that can be put into a cart or a rule. */
export type Good = { skuId: string; title: string; listCents: number | null; category: string }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Goods of the shop by words in their name or id. */
export function useGoods(store: string, words: string) {
  const query = useResourceList(
    { store, resource: 'products' },
    { q: words, filters: {}, state: '', sort: 'createdAt', direction: 'asc', page: 1 },
  )
  const goods: Good[] = (query.data?.rows ?? []).map(({ data }) => ({
    skuId: text(data.itemId),
    title: text(data.title),
    listCents: typeof data.listCents === 'number' ? data.listCents : null,
    category: text(data.category),
  }))
  return { goods, isLoading: query.isLoading }
}
