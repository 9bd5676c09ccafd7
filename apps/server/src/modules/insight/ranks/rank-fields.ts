import { choiceField, textField } from '../../admin/resources/resource-fields.ts'

/** What is followed, in which list: shared by goals, readings and what was done, so that the three meet. */
export const RANK_SUBJECT_FIELDS = {
  kind: choiceField({
    nameZh: '榜单类型',
    nameEn: 'Kind of list',
    required: true,
    choices: [
      { value: 'keyword', nameZh: '关键词', nameEn: 'Keyword' },
      { value: 'category', nameZh: '类目', nameEn: 'Category' },
    ],
    headers: ['类型'],
  }),
  term: textField({
    nameZh: '关键词 / 类目',
    nameEn: 'Keyword or category',
    required: true,
    max: 120,
    headers: ['关键词', '搜索词', '类目', '类目名称'],
  }),
  board: textField({
    nameZh: '榜单',
    nameEn: 'List',
    max: 60,
    headers: ['排序方式', '榜单名称'],
    helpZh: '如 综合、销量、店铺榜；留空为综合',
    helpEn: 'Such as overall, sales, shops; empty: overall',
  }),
  item: textField({
    nameZh: '商品 ID',
    nameEn: 'Id of the goods',
    max: 80,
    headers: ['宝贝ID', '商品编号'],
    helpZh: '留空看的是店铺排名',
    helpEn: 'Empty: the rank of the shop',
  }),
}

export const RANK_SUBJECT_KEYS = ['kind', 'term', 'board', 'item'] as const

export const OVERALL = '综合'

export type RankSubjectKey = { kind: 'keyword' | 'category'; term: string; board: string; item: string | null }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const subjectOf = (data: Record<string, unknown>): RankSubjectKey => ({
  kind: data.kind === 'category' ? 'category' : 'keyword',
  term: textOf(data.term),
  board: textOf(data.board) || OVERALL,
  item: textOf(data.item) || null,
})

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Width and case make no other subject, as in the keys of the records. */
export const sameSubject = (a: RankSubjectKey, b: RankSubjectKey): boolean =>
  a.kind === b.kind &&
  folded(a.term) === folded(b.term) &&
  folded(a.board) === folded(b.board) &&
  folded(a.item ?? '') === folded(b.item ?? '')
