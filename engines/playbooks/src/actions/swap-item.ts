import { type Fields, numberOf, type Subject, subjectsOf } from '../playbooks/change.ts'
import { type ActionType, cannot, changing, numberParam, type Tell } from './action-type.ts'

/** A slot shows `item` with `stock` units left; `substitute` is the best replacement in stock, of the same category. */
type Shelf = { subject: Subject; fields: Fields }

const isEmpty = ({ fields }: Shelf, atMost: number): boolean => {
  const stock = numberOf(fields, 'stock')
  return typeof fields.item === 'string' && stock !== null && stock <= atMost
}

const noSubstitute = ({ subject, fields }: Shelf): Tell => ({
  kind: 'task',
  role: 'operations',
  zh: `位置 ${subject.id} 的商品 ${fields.item} 已无货，同类目没有可替换的商品，请人工处理`,
  en: `slot ${subject.id} shows ${fields.item}, which is sold out, and no item of its category can stand in`,
  dueMinutes: 15,
})

/** Sold-out items leave the slots that show them (P9.05). No two slots get the same substitute, nor one already shown. */
export const swapItem: ActionType = {
  id: 'swapItem',
  nameZh: '替换售罄商品',
  nameEn: 'Swap sold-out items',
  params: [
    { key: 'stockAtMost', zh: '库存不高于', en: 'stock at most', kind: 'number', min: 0, max: 10_000, initial: 0 },
  ],
  reads: ['slot'],
  leastApproval: 'auto',
  plan: (params, world) => {
    const shelves = subjectsOf(world, 'slot')
    const empty = shelves.filter((shelf) => isEmpty(shelf, numberParam(params, 'stockAtMost')))
    if (empty.length === 0) return cannot('nothingSoldOut', '没有位置在展示售罄商品', 'no slot shows a sold-out item')
    const shown = new Set(shelves.map(({ fields }) => fields.item))
    const changes = []
    const tells: Tell[] = []
    for (const shelf of empty) {
      const choices = String(shelf.fields.substitutes ?? '').split(' ')
      const substitute = choices.find((item) => item !== '' && !shown.has(item))
      if (substitute === undefined) tells.push(noSubstitute(shelf))
      else {
        shown.add(substitute)
        changes.push({ subject: shelf.subject, field: 'item', before: shelf.fields.item ?? null, after: substitute })
      }
    }
    return changing(changes, tells)
  },
  say: (params) => ({
    zh: `把库存不高于 ${numberParam(params, 'stockAtMost')} 件的展示位换成同类目有货商品`,
    en: `swap items with at most ${numberParam(params, 'stockAtMost')} units left for stocked ones of their category`,
  }),
}
